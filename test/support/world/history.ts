import { ActivityKind } from '../../../src/activity/activity-kind.js';
import { RequirementCode } from '../../../src/ideas/gates/gates.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { anActivityRow, aTransitionRow } from '../rows/rows.js';
import type { ActivityRow, IdeaRow, StageTransitionRow, Tables } from '../service/stored-rows.js';
import type { Chance } from './chance.js';
import { days } from './moments.js';

/** How each idea began, and what else became of it, some of it at the same moment. */
export function transitions(chance: Chance, { idea, partner }: Pick<Tables, 'idea' | 'partner'>): StageTransitionRow[] {
  return idea.flatMap(each => [
    aTransitionRow(each, { to: 'CONCEPT', to_state: 'ACTIVE' }),
    ...Array.from({ length: chance.below(3) }, () =>
      aTransitionRow(each, {
        from: 'CONCEPT',
        from_state: 'ACTIVE',
        at: chance.one([each.created_at, days(-3), days(-2)]),
        recorded_at: chance.perhaps(days(-1)),
        by_role: 'PARTNER',
        by_partner_id: chance.perhaps(chance.one(partner).id),
        reason: chance.perhaps('Ett skäl som bara angår dem som är med.'),
        waived: chance.some(wordsOf(RequirementCode), 3),
      }),
    ),
  ]);
}

const CHANGES: ActivityRow['changes'] = [
  { field: 'title', before: { sv: 'Förr' }, after: { sv: 'Nu', en: null } },
  { field: 'commitment', before: null, after: { amount: '100.10', currency: 'SEK' } },
  { field: 'letterOfIntent', before: 'NONE', after: 'SIGNED' },
  { field: 'requested', before: { amount: '1.00', currency: 'EUR' }, after: null },
  { field: 'coFinancing', before: null, after: { amount: '2.00', currency: 'SEK' } },
  { field: 'granted', before: null, after: { amount: '3.00', currency: 'SEK' } },
  { field: 'focusAreas', before: [], after: ['hav', 'stad'] },
  { field: 'endsOn', before: '2031-12-31', after: '2032-12-31' },
  { field: 'reference', before: null, after: '2026-00321' },
  { field: 'decidedOn', before: null, after: '2026-11-02' },
];

type Past = Omit<Tables, 'activity'>;

/** Changes of everything there is: ideas and all inside them, calls, partners, areas and keys. */
export function activities(chance: Chance, past: Past, count: number): ActivityRow[] {
  return Array.from({ length: count }, () => {
    const told = chance.one([ofIdea, ofIdea, ofIdea, ofCall, ofOther])(chance, past);
    return anActivityRow({
      at: days(-chance.below(9)),
      actor_role: chance.one(['ADMIN', 'PARTNER', 'INTEGRATOR'] as const),
      actor_partner_id: chance.perhaps(chance.one(past.partner).id),
      changes: chance.some(CHANGES, 4),
      reason: chance.perhaps('Ett skäl i loggen.'),
      ...told,
    });
  });
}

type Told = Pick<ActivityRow, 'kind' | 'subject_id'> & Partial<ActivityRow>;

const kinds = (...prefixes: string[]) =>
  wordsOf(ActivityKind).filter(kind => prefixes.some(prefix => kind.startsWith(prefix)));

function ofIdea(chance: Chance, past: Past): Told {
  const idea: IdeaRow = chance.one(past.idea);
  const inside = (['membership', 'application', 'project', 'status_update', 'link'] as const).flatMap(table =>
    past[table].filter(({ idea_id }) => idea_id === idea.id),
  );
  const subject = chance.one([idea, ...inside]);
  return {
    kind: chance.one(
      kinds(
        'IDEA',
        'MEMBERSHIP',
        'APPLICATION',
        'PROJECT',
        'MILESTONE',
        'OUTCOME',
        'INDICATOR',
        'STATUS',
        'LINK',
        'JOIN',
      ),
    ),
    subject_id: subject.id,
    idea_id: idea.id,
  };
}

function ofCall(chance: Chance, past: Past): Told {
  const { id } = chance.one(past.funding_call);
  return { kind: chance.one(kinds('CALL')), subject_id: id, call_id: id };
}

function ofOther(chance: Chance, past: Past): Told {
  const subjects = {
    PARTNER: past.partner,
    FOCUS_AREA: past.focus_area,
    API_KEY: past.api_key,
  };
  const noun = chance.one(['PARTNER', 'FOCUS_AREA', 'API_KEY'] as const);
  return { kind: chance.one(kinds(noun)), subject_id: chance.one<{ id: string }>(subjects[noun]).id };
}
