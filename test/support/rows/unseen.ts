import type { Viewer } from '../../../src/shared/viewer.js';
import type { RequirementCode } from '../../../src/ideas/gates/gates.js';
import { newId, prefixOf, type IdPrefix } from '../../../src/shared/ids.js';
import { Eyes } from '../naive/eyes.js';
import type { ActivityRow, FundingCallRow, IdeaRow, StageTransitionRow, Tables } from '../service/stored-rows.js';
import { days } from '../world/moments.js';

/**
 * The same world for a viewer, and another one for everybody else: what the viewer may not see, by the domain's own
 * table, has other values and other ids, and there is more of it. Only how much activity there is stays the same: its
 * numbers have no gaps.
 */
export function otherwise(rows: Tables, viewer: Viewer): Tables {
  const eyes = new Eyes(viewer, rows);
  const other = structuredClone(rows);
  const hiddenIdeas = ids(rows.idea.filter(idea => !eyes.seesIdea(idea)));
  const outside = ids(rows.idea.filter(idea => !eyes.isInside(idea)));
  const hiddenCalls = ids(rows.funding_call.filter(call => !eyes.seesCall(call)));
  const hiddenKeys = ids(rows.api_key.filter(key => !eyes.seesKey(key)));
  const hiddenActivity = ids(rows.activity.filter(each => !eyes.seesActivity(each)));

  if (viewer.role === null || viewer.feedOnly)
    for (const rows of [other.partner, other.idea])
      change<{ contact_email: string | null }>(
        rows,
        () => true,
        ({ contact_email }) => ({ contact_email: contact_email ? null : 'hemlig@adress.example' }),
      );
  change(other.membership, ({ idea_id }) => outside.has(idea_id), otherPromise);
  change(other.application, ({ idea_id }) => outside.has(idea_id), otherAmounts);
  change(
    other.application,
    each => hiddenCalls.has(each.call_id),
    ({ status }) => ({
      status: status === 'DRAFT' ? 'WITHDRAWN' : status,
      reference: 'HEMLIG',
      deadline: null,
    }),
  );
  change(other.stage_transition, ({ idea_id }) => outside.has(idea_id), otherReason);
  change(other.activity, each => each.idea_id !== null && outside.has(each.idea_id), otherConfidence);
  change(other.status_update, ({ idea_id }) => outside.has(idea_id), otherHealth);
  change(
    other.join_request,
    each => !eyes.seesJoinRequest(each),
    ({ message, status, answered_at }) => ({
      message: message ? null : 'Hemlig förfrågan',
      status: status === 'PENDING' ? 'DECLINED' : status,
      answered_at: answered_at ?? days(-2),
    }),
  );
  change(other.link, ({ idea_id }) => outside.has(idea_id), otherLink);
  change(
    other.activity,
    each => hiddenActivity.has(each.id),
    each => ({ actor_name: 'Någon annan', reason: `${each.reason} (hemligt)` }),
  );
  change(other.activity, each => hiddenActivity.has(each.id) && !isOfSeenIdea(each, hiddenIdeas), otherActivity);
  change(other.idea, ({ id }) => hiddenIdeas.has(id), otherIdea);
  change(other.funding_call, ({ id }) => hiddenCalls.has(id), otherCall);
  change(
    other.api_key,
    ({ id }) => hiddenKeys.has(id),
    ({ name }) => ({ name: `${name}!`, prefix: 'ks3_anything', last_used_at: days(-1) }),
  );

  for (const id of hiddenIdeas) addAnotherIdea(other, id);
  for (const id of hiddenCalls)
    addAnotherCall(
      other,
      id,
      [...outside].filter(each => !hiddenIdeas.has(each)),
    );
  return renamed(other, [...hiddenIdeas, ...hiddenCalls, ...hiddenKeys]);
}

function ids(rows: readonly { id: string }[]): Set<string> {
  return new Set(rows.map(({ id }) => id));
}

function change<T extends object>(
  rows: T[],
  where: (row: T) => boolean,
  to: (row: T, index: number) => Partial<T>,
): void {
  rows.forEach((row, index) => where(row) && Object.assign(row, to(row, index)));
}

const isOfSeenIdea = ({ idea_id }: ActivityRow, hidden: ReadonlySet<string>) =>
  idea_id !== null && !hidden.has(idea_id);

const otherPromise = ({ letter_of_intent, commitment_amount }: Tables['membership'][number]) => ({
  letter_of_intent: letter_of_intent === 'SIGNED' ? ('NONE' as const) : ('SIGNED' as const),
  commitment_amount: commitment_amount === null ? '777.00' : null,
  commitment_currency: commitment_amount === null ? 'EUR' : null,
});

const otherAmounts = ({ requested_amount, granted_amount }: Tables['application'][number]) => ({
  requested_amount: requested_amount === null ? '99000000.00' : null,
  requested_currency: requested_amount === null ? 'EUR' : null,
  co_financing_amount: '4242.42',
  co_financing_currency: 'DKK',
  granted_amount: granted_amount === null ? null : '12.00',
  granted_currency: granted_amount === null ? null : 'DKK',
});

/** What was waived tells what was not met, and two requirements rest on what is confidential. */
const CONFIDENTIAL_REQUIREMENTS: readonly RequirementCode[] = ['LETTERS_OF_INTENT', 'BUDGET_COVERED'];

const otherReason = ({ reason, waived }: StageTransitionRow) => ({
  reason: reason === null ? 'Ett annat skäl.' : null,
  waived: waived.some(code => CONFIDENTIAL_REQUIREMENTS.includes(code))
    ? waived.filter(code => !CONFIDENTIAL_REQUIREMENTS.includes(code))
    : [...waived, ...CONFIDENTIAL_REQUIREMENTS],
});

const otherHealth = ({ health }: Tables['status_update'][number]) => ({
  health: health === 'ON_TRACK' ? ('OFF_TRACK' as const) : ('ON_TRACK' as const),
  summary_sv: 'Något hemligt om vindkraft.',
  at: days(-5),
});

const otherLink = ({ removed_at }: Tables['link'][number]) => ({
  title: 'Hemlig vindkraft',
  removed_at: removed_at ? null : days(0),
});

const CONFIDENTIAL_FIELDS = ['requested', 'coFinancing', 'granted', 'commitment', 'letterOfIntent'];

const otherConfidence = ({ changes, reason }: ActivityRow) => ({
  reason: reason === null ? 'Ett annat skäl.' : null,
  changes: [
    ...changes.filter(({ field }) => !CONFIDENTIAL_FIELDS.includes(field)),
    { field: 'commitment', before: { amount: '5.00', currency: 'SEK' }, after: null },
    { field: 'letterOfIntent', before: 'REQUESTED', after: 'NONE' },
  ],
});

const otherActivity = ({ kind }: ActivityRow) => ({
  at: days(-2, 7),
  kind: kind.startsWith('IDEA') ? ('IDEA_PAUSED' as const) : kind,
  changes: [{ field: 'title', before: { sv: 'Vindkraft' }, after: { sv: 'Hemligt' } }],
});

const otherIdea = ({ stage, state, number }: IdeaRow): Partial<IdeaRow> => ({
  number: number + 5000,
  code: `DOLD-${number}`,
  title_sv: 'Ålgräs och vindkraft, dolt',
  title_en: 'Hidden boats and wind power',
  summary_sv: 'Vindkraft till havs.',
  challenge_sv: 'Något annat än förut.',
  stage: stage === 'PROJECT' ? 'CONCEPT' : 'PROJECT',
  state: state === 'ACTIVE' ? 'PAUSED' : 'ACTIVE',
  environmental_objectives: ['CLIMATE_CHANGE_MITIGATION', 'CIRCULAR_ECONOMY'],
  missions: ['SOIL'],
  technology_readiness_level: 5,
  entered_stage_at: days(-9),
  created_at: days(-12),
  updated_at: days(0),
  version: 99,
});

const otherCall = ({ identifier }: FundingCallRow): Partial<FundingCallRow> => ({
  identifier: `DOLD-${identifier}`,
  title_sv: 'Vindkraft, dold utlysning',
  summary_sv: 'Hav och land.',
  funder: 'Någon annan',
  opens_at: days(-10),
  deadlines: [days(3)],
  deadline_labels: [''],
  deadline_model: 'SINGLE_STAGE',
  min_partners: 1,
  budget_amount: '900000000.00',
  budget_currency: 'SEK',
  updated_at: days(0),
  version: 99,
});

/** One more idea like a hidden one, with all that lies inside it. */
function addAnotherIdea(tables: Tables, id: string): void {
  const copied = new Map([[id, newId('idea')]]);
  const copies = <K extends keyof Tables>(table: K, parent: string): void => {
    const children = (tables[table] as unknown as Record<string, string>[]).filter(row => copied.has(row[parent]!));
    for (const row of children) {
      if (row.id) copied.set(row.id, newId(prefixOf(row.id) as IdPrefix));
      const copy = { ...row, [parent]: copied.get(row[parent]!)!, ...(row.id && { id: copied.get(row.id)! }) };
      (tables[table] as unknown as object[]).push(copy);
    }
  };
  const idea = tables.idea.find(each => each.id === id)!;
  tables.idea.push({ ...idea, id: copied.get(id)!, number: idea.number + 9000, code: `MER-${idea.number}` });
  for (const table of [
    'idea_focus_area',
    'membership',
    'application',
    'project',
    'stage_transition',
    'status_update',
    'link',
  ] as const)
    copies(table, 'idea_id');
  for (const table of ['milestone', 'outcome', 'indicator'] as const) copies(table, 'project_id');
  copies('measurement', 'indicator_id');
}

/** One more draft of a call, to which ideas that the viewer is outside of mean to apply. */
function addAnotherCall(tables: Tables, id: string, applicants: readonly string[]): void {
  const call = tables.funding_call.find(each => each.id === id)!;
  const another = { ...call, id: newId('call'), identifier: `MER-${call.identifier}`, ...TYPED };
  tables.funding_call.push(another);
  const [pattern] = tables.application;
  for (const idea_id of applicants) {
    tables.application.push({
      ...pattern!,
      id: newId('application'),
      idea_id,
      call_id: another.id,
      status: 'DRAFT',
      ...UNDECIDED,
    });
  }
}

const TYPED = { source_system: null, source_external_id: null, source_url: null, source_imported_at: null };

const UNDECIDED = {
  granted_amount: null,
  granted_currency: null,
  submitted_at: null,
  decided_at: null,
  deadline: null,
};

/** Other ids for what is hidden, wherever they stand: what is looked up by one is not there. */
function renamed(tables: Tables, hidden: readonly string[]): Tables {
  const names = new Map(hidden.map(id => [id, newId(prefixOf(id) as IdPrefix)]));
  return JSON.parse(JSON.stringify(tables), (_key, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  ) as Tables;
}
