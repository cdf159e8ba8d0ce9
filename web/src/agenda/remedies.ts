import type { AgendaKind, AgendaQuery } from '../gql/graphql';
import type { Bilingual } from '../language/language';

export type ShownItem = AgendaQuery['viewer']['agenda'][number];

/** Where something is done, and what that is called. */
interface Way {
  href: string;
  deed: Bilingual;
}

const ON_IDEA: Partial<Record<AgendaKind, { hash: string; deed: Bilingual }>> = {
  CALL_DEADLINE: { hash: '#applications', deed: { sv: 'Se ansökningarna', en: 'See the applications' } },
  LETTER_MISSING: {
    hash: '#letters',
    deed: { sv: 'Markera avsiktsförklaringar', en: 'Mark letters of intent' },
  },
  READY_TO_ADVANCE: { hash: '', deed: { sv: 'Ta idén vidare', en: 'Take the idea further' } },
  DECISION_TO_RECORD: { hash: '#applications', deed: { sv: 'Registrera beslutet', en: 'Record the decision' } },
  MILESTONE_DUE: { hash: '#project', deed: { sv: 'Se milstolparna', en: 'See the milestones' } },
  MILESTONE_OVERDUE: { hash: '#project', deed: { sv: 'Se milstolparna', en: 'See the milestones' } },
  NEXT_STEP_DUE: { hash: '#post-status', deed: { sv: 'Skriv lägesrapport', en: 'Write a status update' } },
  STATUS_UPDATE_DUE: { hash: '#post-status', deed: { sv: 'Skriv lägesrapport', en: 'Write a status update' } },
  STALLED: { hash: '#post-status', deed: { sv: 'Skriv lägesrapport', en: 'Write a status update' } },
  JOIN_REQUEST: { hash: '#consortium', deed: { sv: 'Svara', en: 'Answer' } },
};

/** The one way to where an item is met, for whoever may do it; what a gate asks has the ways of its requirements. */
export function wayTo({ kind, action, idea, fundingCall }: ShownItem): Way | null {
  const call = fundingCall && encodeURIComponent(fundingCall.identifier);
  if (kind === 'CALL_INCOMPLETE' && call)
    return { href: `/calls/${call}/edit`, deed: { sv: 'Ange sista ansökningsdag', en: 'Set the deadline' } };
  if (!action || !idea) return null;
  if (kind === 'NEW_CALL_FITS' && call)
    return {
      href: `/ideas/${idea.code}#start-application/${call}`,
      deed: { sv: 'Börja ansökan', en: 'Start an application' },
    };
  const way = ON_IDEA[kind];
  return way ? { href: `/ideas/${idea.code}${way.hash}`, deed: way.deed } : null;
}
