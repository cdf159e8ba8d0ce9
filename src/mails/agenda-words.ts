import type { AgendaKind } from '../agenda/agenda-kind.js';
import type { Bilingual } from '../shared/text/wording.js';

const REMAINS: Bilingual = { sv: 'Krav återstår inför nästa steg', en: 'Requirements of the next stage remain' };

/** What waits, in a few words: which letters, sums or reasons it is about stands at the idea alone. */
export const AGENDA_WORDS: Readonly<Record<AgendaKind, Bilingual>> = {
  CALL_DEADLINE: { sv: 'Sista ansökningsdag', en: 'Application deadline' },
  LETTER_MISSING: REMAINS,
  READY_TO_ADVANCE: { sv: 'Kan gå vidare till nästa steg', en: 'Can advance to the next stage' },
  REQUIREMENT_UNMET: REMAINS,
  DECISION_TO_RECORD: { sv: 'Finansiärens beslut ska registreras', en: "The funder's decision is to be recorded" },
  MILESTONE_DUE: { sv: 'Milstolpe', en: 'Milestone' },
  MILESTONE_OVERDUE: { sv: 'Försenad milstolpe', en: 'Overdue milestone' },
  NEXT_STEP_DUE: { sv: 'Nästa steg enligt lägesrapporten', en: 'Next step of the status update' },
  STATUS_UPDATE_DUE: { sv: 'Dags för en lägesrapport', en: 'Time for a status update' },
  STALLED: { sv: 'Ingenting har ändrats på länge', en: 'Nothing has changed for long' },
  JOIN_REQUEST: { sv: 'En förfrågan väntar på svar', en: 'A request waits for an answer' },
  NEW_CALL_FITS: { sv: 'Ny utlysning som passar', en: 'A new call that fits' },
  CALL_INCOMPLETE: { sv: 'Utlysningen saknar sista ansökningsdag', en: 'The call has no deadline' },
};
