import type { Database } from '../../../src/database/database.js';
import type { IdeaState, Stage } from '../../../src/ideas/stages.js';
import { expectStaysTold } from '../../support/rows/stays.js';
import type { Model } from './path-model.js';

interface Place {
  at: string;
  stage: Stage;
  state: IdeaState;
}

interface Told {
  subject: string;
  at: string;
  kind: string;
  changes: { field: string; before: unknown; after: unknown }[];
}

/** How much is stored of what a refused attempt could have touched. */
export async function countsOf(database: Database): Promise<unknown> {
  const [row] = await database.query<{ counts: unknown }>(`select json_build_array(
    (select max(sequence) from activity), (select count(*) from stage_transition), (select count(*) from membership),
    (select count(*) from application), (select count(*) from project), (select count(*) from milestone),
    (select count(*) from measurement), (select count(*) from join_request where status = 'PENDING'), (select sum(version) from idea), (select sum(version) from application)) as counts`);
  return row!.counts;
}

/** Fails unless the idea's row, its transitions and its activity all say what the model says, now and at every moment. */
export async function expectOneTruth(database: Database, ideaId: string, model: Model): Promise<void> {
  const stored = await storedOf(database, ideaId);
  expect(stored.idea).toMatchObject({ stage: model.stage, state: model.state });
  expect(chain(stored.transitions)).toEqual(model.history.map(place));
  expect(placesTold(stored.activity, ideaId)).toEqual(model.history.map(place));
  await expectStaysTold(database, ideaId);
  const statuses = foldOf(stored.activity, 'status');
  for (const { id, status } of [...stored.applications, ...stored.requests]) expect(statuses.get(id)).toBe(status);
  const completed = completionsOf(stored.activity);
  for (const { id, completedOn } of stored.milestones) expect(completed.get(id) ?? null).toBe(completedOn);
  const newest = new Map(stored.applications.map(({ callId, status }) => [callId, status]));
  for (const [call, status] of model.applications) expect(newest.get(model.calls[call]!.id)).toBe(status);
}

const place = ({ at, stage, state }: Model['history'][number]): Place => ({ at: at.toISOString(), stage, state });

interface Stored {
  idea: { stage: Stage; state: IdeaState };
  transitions: (Place & { from: Stage | null; fromState: IdeaState | null })[];
  activity: Told[];
  applications: { id: string; callId: string; status: string }[];
  requests: { id: string; status: string }[];
  milestones: { id: string; completedOn: string | null }[];
}

const MOMENT = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

async function storedOf(database: Database, ideaId: string): Promise<Stored> {
  const text = `select json_build_object(
    'idea', (select json_build_object('stage', stage, 'state', state) from idea where id = $1),
    'transitions', (select json_agg(json_build_object('at', ${MOMENT('at')}, 'from', "from", 'stage', "to",
      'fromState', from_state, 'state', to_state) order by at, id) from stage_transition where idea_id = $1),
    'activity', (select json_agg(json_build_object('subject', subject_id, 'at', ${MOMENT('at')}, 'kind', kind,
      'changes', changes) order by sequence) from activity where idea_id = $1),
    'applications', (select coalesce(json_agg(json_build_object('id', id, 'callId', call_id, 'status', status)
      order by id), '[]') from application where idea_id = $1),
    'requests', (select coalesce(json_agg(json_build_object('id', id, 'status', status)), '[]')
      from join_request where idea_id = $1),
    'milestones', (select coalesce(json_agg(json_build_object('id', m.id, 'completedOn', m.completed_on)), '[]')
      from milestone m join project p on p.id = m.project_id where p.idea_id = $1))::text`;
  return JSON.parse((await database.readText({ text, values: [ideaId] }))!);
}

/** The places that the transitions lead through, each beginning where the one before ended. */
function chain(transitions: Stored['transitions']): Place[] {
  transitions.forEach(({ from, fromState }, index) => {
    const { stage, state } = transitions[index - 1] ?? { stage: null, state: null };
    expect([from, fromState]).toEqual([stage, state]);
  });
  return transitions.map(({ at, stage, state }) => ({ at, stage, state }));
}

/** The places that the activity of the idea itself tells of. */
function placesTold(activity: readonly Told[], ideaId: string): Place[] {
  const places: Place[] = [];
  for (const { subject, at, kind, changes } of activity) {
    if (subject !== ideaId) continue;
    const after = (field: string) => changes.find(change => change.field === field)?.after;
    const { stage, state } = places.at(-1) ?? { stage: null, state: null };
    const next = { at, stage: (after('stage') ?? stage) as Stage, state: (after('state') ?? state) as IdeaState };
    expect([kind, next.stage !== stage || next.state !== state]).toEqual([kind, true]);
    places.push(next);
  }
  return places;
}

/** When each milestone was completed, as it tells itself, and as the plan tells of all of them when one is amended. */
function completionsOf(activity: readonly Told[]): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { subject, changes } of activity) {
    const own = changes.find(({ field }) => field === 'completedOn');
    if (own) {
      expect(own.before).toEqual(values.get(subject) ?? null);
      values.set(subject, own.after);
    }
    const { before, after } = changes.find(({ field }) => field === 'milestones') ?? {};
    for (const part of (before ?? []) as Part[]) expect(part.completedOn ?? null).toEqual(values.get(part.id) ?? null);
    for (const part of (after ?? []) as Part[]) values.set(part.id, part.completedOn ?? null);
  }
  return values;
}

interface Part {
  id: string;
  completedOn?: string | null;
}

/** The value of a field by subject after all that was told of it, each change beginning where the one before ended. */
function foldOf(activity: readonly Told[], field: string): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { subject, changes } of activity) {
    const change = changes.find(each => each.field === field);
    if (!change) continue;
    expect(change.before).toEqual(values.get(subject) ?? null);
    values.set(subject, change.after);
  }
  return values;
}
