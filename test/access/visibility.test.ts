import { ANONYMOUS, type Viewer } from '../../src/shared/viewer.js';
import { insideIdea } from '../../src/access/visibility.js';
import { NOUNS } from '../../src/nouns.js';
import type { Database } from '../../src/database/database.js';
import { compile, raw, type Sql, sql } from '../../src/reading/sql.js';
import { newId } from '../../src/shared/ids.js';
import { Eyes } from '../support/naive/eyes.js';
import { anActivityRow } from '../support/rows/rows.js';
import { freshDatabase } from '../support/service/service.js';
import type { ActivityRow, Tables } from '../support/service/stored-rows.js';
import { allRows, emptyTables, insertRows } from '../support/rows/tables.js';
import { MOMENT } from '../support/world/moments.js';
import { GRANT_COMBINATIONS } from '../support/world/society.js';
import { smallWorld } from '../support/world/world.js';

/** Every row of every table, seen by everybody: the conditions of `visibility.ts` beside the domain's own table. */
let database: Database;
let drop: () => Promise<void>;
let world: Tables & OtherTables;
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  await emptyTables(database);
  await insertRows(database, smallWorld(11));
  await insertRows(database, { activity: [OF_A_WEBHOOK] });
  const rows = await allRows(database);
  world = { ...rows, ...(await insertWebhooks(rows)), ...(await insertSessions(rows)) };
}, 60_000);
afterAll(() => database.close().then(drop));

const OF_A_WEBHOOK = anActivityRow({ kind: 'WEBHOOK_CREATED', subject_id: newId('webhook') });

interface OtherTables {
  readonly webhook: readonly { id: string; api_key_id: string }[];
  readonly webhook_delivery: readonly { id: string; webhook_id: string; activity_id: string }[];
  readonly session: readonly { id: string; api_key_id: string | null; subject: string | null }[];
  readonly notice_subscription: OtherTables['session'];
}

/** A webhook of every key, each with a delivery of everything that happened. */
async function insertWebhooks({
  api_key,
  activity,
}: Tables): Promise<Pick<OtherTables, 'webhook' | 'webhook_delivery'>> {
  const webhook = api_key.map(({ id: api_key_id }) => ({ id: newId('webhook'), api_key_id }));
  const webhook_delivery = webhook.flatMap(({ id: webhook_id }) =>
    activity.map(({ id: activity_id }) => ({ id: newId('delivery'), webhook_id, activity_id })),
  );
  await database.query(
    `insert into webhook (id, api_key_id, url, kinds, secret, created_at, sequence)
     select id, api_key_id, 'https://example.org', '{}', '', now(), 0 from json_to_recordset($1) as given(id text, api_key_id text)`,
    [JSON.stringify(webhook)],
  );
  await database.query(
    `insert into webhook_delivery (id, webhook_id, activity_id, sequence, status, pending_since)
     select given.id, webhook_id, activity_id, sequence, 'DELIVERED', now() from activity
     join json_to_recordset($1) as given(id text, webhook_id text, activity_id text) on activity_id = activity.id`,
    [JSON.stringify(webhook_delivery)],
  );
  return { webhook, webhook_delivery };
}

/** A session of every key, and of two subjects, and mails to each. */
async function insertSessions({ api_key }: Tables): Promise<Pick<OtherTables, 'session' | 'notice_subscription'>> {
  const ofKeys = api_key.map(({ id: api_key_id }) => ({ id: newId('session'), api_key_id, subject: null }));
  const ofSubjects = ['anna', 'bo'].map(subject => ({ id: newId('session'), api_key_id: null, subject }));
  const session = [...ofKeys, ...ofSubjects];
  await database.query(
    `insert into session (id, hash, api_key_id, subject, name, role, grants, created_at, last_used_at, ends_at, idle_minutes)
     select id, id, api_key_id, subject, subject, case when subject is not null then 'INTEGRATOR' end, '{}', now(), now(), now(), 1
     from json_to_recordset($1) as given(id text, api_key_id text, subject text)`,
    [JSON.stringify(session)],
  );
  const notice_subscription = session.map(row => ({ ...row, id: newId('notice') }));
  await database.query(
    `insert into notice_subscription (id, api_key_id, subject, role, grants, lapses_at, email, locale, kinds, rhythm, focus_areas, created_at,
       confirm_hashes, confirm_until, end_token, sequence, told, mails, attempts, unanswered, refusals)
     select id, api_key_id, subject, case when subject is not null then 'INTEGRATOR' end, '{}', case when subject is not null then now() end,
       'a@b.example', 'SV', '{}', 'DAILY', '{}', now(), '{}', now(), id, 0, '{}', 0, 0, 0, 0
     from json_to_recordset($1) as given(id text, api_key_id text, subject text)`,
    [JSON.stringify(notice_subscription)],
  );
  return { session, notice_subscription };
}

type Seen = Readonly<Record<string, (eyes: Eyes) => readonly { id: string }[]>>;

const ofProject = (table: 'milestone' | 'outcome' | 'indicator') => (eyes: Eyes) => {
  const projects = new Set(ofIdea('project')(eyes).map(({ id }) => id));
  return world[table].filter(({ project_id }) => projects.has(project_id));
};
const ofIdea = (table: 'stage_transition' | 'membership' | 'project') => (eyes: Eyes) =>
  (world[table] as readonly { id: string; idea_id: string }[]).filter(row => eyes.seesIdea(eyes.ideaOf(row)));
const ofInside = (table: 'status_update' | 'link') => (eyes: Eyes) =>
  (world[table] as readonly { id: string; idea_id: string }[]).filter(row => eyes.isInside(eyes.ideaOf(row)));
const seesWebhook = (eyes: Eyes, { api_key_id }: { api_key_id: string }) =>
  eyes.seesKey(world.api_key.find(({ id }) => id === api_key_id)!);
const seesActivity = (eyes: Eyes, row: ActivityRow) =>
  eyes.seesActivity(row) && (eyes.viewer.role === 'ADMIN' || !row.kind.startsWith('WEBHOOK'));

const isOwn =
  ({ viewer }: Eyes) =>
  ({ api_key_id, subject }: OtherTables['session'][number]) =>
    viewer.role !== null && !viewer.feedOnly && (api_key_id ? api_key_id === viewer.keyId : subject === viewer.subject);

const SEEN: Seen = {
  Programme: () => world.programme,
  Partner: () => world.partner,
  FocusArea: () => world.focus_area,
  // Reached through its indicator alone.
  Measurement: () => world.measurement,
  Idea: eyes => world.idea.filter(row => eyes.seesIdea(row)),
  StageTransition: ofIdea('stage_transition'),
  Membership: ofIdea('membership'),
  Application: eyes => world.application.filter(row => eyes.seesApplication(row)),
  Project: ofIdea('project'),
  Milestone: ofProject('milestone'),
  Outcome: ofProject('outcome'),
  Indicator: ofProject('indicator'),
  StatusUpdate: ofInside('status_update'),
  Link: ofInside('link'),
  JoinRequest: eyes => world.join_request.filter(row => eyes.seesJoinRequest(row)),
  FundingCall: eyes => world.funding_call.filter(row => eyes.seesCall(row)),
  Activity: eyes => world.activity.filter(row => seesActivity(eyes, row)),
  ApiKey: eyes => world.api_key.filter(row => eyes.seesKey(row)),
  Session: eyes => world.session.filter(isOwn(eyes)),
  NoticeSubscription: eyes => world.notice_subscription.filter(isOwn(eyes)),
  Webhook: eyes => world.webhook.filter(row => seesWebhook(eyes, row)),
  WebhookDelivery: eyes => {
    const [hooks, told] = [SEEN.Webhook!(eyes), SEEN.Activity!(eyes)].map(rows => new Set(rows.map(({ id }) => id)));
    return world.webhook_delivery.filter(row => hooks!.has(row.webhook_id) && told!.has(row.activity_id));
  },
};

/** Everybody who may ask: by role, by partner, by every combination of grants, and by a token, which is no key. */
function viewers(): Viewer[] {
  const some = { ...ANONYMOUS, name: 'x' };
  const keys = world.api_key.map(({ id, name, role, grants, ...key }) => ({
    ...{ ...ANONYMOUS, name, role, grants, keyId: id },
    ...{ partnerId: key.partner_id, feedOnly: key.feed_only },
  }));
  const tokens = GRANT_COMBINATIONS.map(grants => ({ ...some, role: 'INTEGRATOR' as const, grants }));
  const people = (['ADMIN', 'INTEGRATOR'] as const).map(role => ({ ...some, role, subject: 'anna' }));
  return [ANONYMOUS, ...keys, ...tokens, ...people];
}

async function idsWhere(table: string, condition: Sql, viewer: Viewer): Promise<string[]> {
  const { text, parameters } = compile(sql`select seen.id from ${raw(table)} seen where ${condition} order by seen.id`);
  const environment = { viewer, now: MOMENT, args: [], given: {} };
  const rows = await database.query<{ id: string }>(
    text,
    parameters.map(value => value(environment)),
  );
  return rows.map(({ id }) => id).sort();
}

const sorted = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
const tableOf = (entity: string) => entity.replace(/\B[A-Z]/g, letter => `_${letter}`).toLowerCase();

it.each(Object.values(NOUNS).map(({ entity, visible }) => [entity.name, visible] as const))(
  '%s: nobody sees a row that is not theirs to see, nor misses one that is',
  async (entity, visible) => {
    for (const viewer of viewers()) {
      const seen = await idsWhere(tableOf(entity), visible(raw('seen'), viewer), viewer);
      expect([viewer, seen]).toEqual([viewer, sorted(SEEN[entity]!(new Eyes(viewer, world)))]);
    }
  },
);

it('money, letters and reasons are told inside the idea alone', async () => {
  for (const viewer of viewers()) {
    const eyes = new Eyes(viewer, world);
    const told = await idsWhere('idea', insideIdea(raw('seen.id'), viewer), viewer);
    expect([viewer, told]).toEqual([viewer, sorted(world.idea.filter(row => eyes.isInside(row)))]);
  }
});
