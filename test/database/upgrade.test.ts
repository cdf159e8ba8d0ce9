import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Migrator } from '@mikro-orm/migrations';
import { type Head, verifyChain } from '../../src/activity/chain.js';
import type { Database } from '../../src/database/database.js';
import { type BlankDatabase, blankDatabase } from '../support/service/blank-database.js';
import { KEYS, startBeside, type Service } from '../support/service/service.js';
import { expectStaysTold } from '../support/rows/stays.js';
import { stored } from '../support/service/stored.js';

/** What 0.1.0 held of the demo after people had changed it, in its own tables. */
const FILLED = gunzipSync(readFileSync(new URL('released/0.1.0.sql.gz', import.meta.url))).toString('utf8');
const LAST_MIGRATION = '004-import-sources';

const migratorOf = ({ orm }: Database) => (orm as unknown as { migrator: Migrator }).migrator;

let blank: BlankDatabase;
let database: Database;
let before: Record<string, string>;
let head: Head;
beforeAll(async () => {
  blank = await blankDatabase();
  ({ database } = blank);
  await migratorOf(database).up({ to: LAST_MIGRATION });
  await restore();
  before = await rows();
  [head] = (await database.query<Head>(`select sequence, encode(hash, 'hex') as hash from activity_head`)) as [Head];
});
afterAll(() => blank.drop());

/** As pg_restore does: without the triggers, which would write the log anew. */
async function restore(): Promise<void> {
  const tables = Object.keys(await rows());
  await database.query(`do $restore$ begin
    set local session_replication_role = replica;
    truncate ${tables.join(', ')};
    ${FILLED}
  end $restore$`);
}

async function rows(): Promise<Record<string, string>> {
  const { schema_migration: _, ...others } = await stored(database);
  return others;
}

it('a database that 0.1.0 filled goes back to every row that it was', async () => {
  await database.migrate();
  await migratorOf(database).down({ to: LAST_MIGRATION });
  expect(await rows()).toEqual(before);
});

const WEBHOOK = (kinds: string, focusAreas: string) => `insert into webhook
  (id, api_key_id, url, kinds, secret, created_at, sequence, focus_areas)
  select 'webhook_1', min(id), 'https://example.org/hook', '${kinds}', '', now(), 0, '${focusAreas}' from api_key`;

/** What 0.1.0 has no room for, as it stands in the database, and what its way back says. */
const NEW: readonly [what: string, statement: string, said: string][] = [
  [
    'a feed token',
    `update api_key set feed_only = true, parent_id = (select max(id) from api_key), expires_at = now() + '1 day'::interval where id = (select min(id) from api_key)`,
    'feed tokens for keys that write',
  ],
  [
    'a second programme',
    `insert into programme select (jsonb_populate_record(p, '{"id": "programme_zz", "code": "ZZ", "code_prefix": "ZZ"}')).* from programme p`,
    'more than one programme',
  ],
  ['a dropped milestone', 'update milestone set dropped_at = now()', 'would be back in their plans'],
  [
    'an invited application',
    `update application set invited_at = now() where status = 'SUBMITTED'`,
    'invited to a second stage',
  ],
  [
    'a link',
    `insert into link (id, idea_id, kind, title, url, added_at, added_by_name, added_by_role) select 'link_1', min(id), 'OTHER', 'Rapport', 'https://example.org', now(), 'Region', 'ADMIN' from idea`,
    'links to documents',
  ],
  ['a mailbox', `update idea set contact_email = 'projekt@region.example'`, 'a mailbox'],
  [
    'a merged partner',
    'update partner set merged_into_id = (select max(id) from partner) where id = (select min(id) from partner)',
    'would be two again',
  ],
  ['a limited webhook', WEBHOOK('{}', '{smart-industri}'), 'limited or switched off'],
  ['a webhook for a new kind', WEBHOOK('{STATUS_UPDATED}', '{}'), 'would be sent everything'],
  ['a key that tools write with', `update api_key set tools_may_write = true where role = 'ADMIN'`, 'Agents may write'],
];

it.each(NEW)('%s is not lost on the way back: it is refused, and says why', async (_, statement, said) => {
  await database.migrate();
  await expect(downWith(statement)).rejects.toThrow(said);
  expect(await database.pendingMigrations()).toEqual([]);
});

/** Goes back after a statement, all in one transaction that is undone. */
async function downWith(statement: string): Promise<void> {
  const { em } = database.orm;
  await em.fork().transactional(async fork => {
    const transaction = fork.getTransactionContext();
    expect(await em.getConnection().execute(statement, [], 'run', transaction)).toMatchObject({
      affectedRows: expect.any(Number),
    });
    await migratorOf(database).down({ to: LAST_MIGRATION, transaction });
    throw new Error('went back');
  });
}

describe('a database that 0.1.0 filled and that has gone forward', () => {
  let service: Service;
  beforeAll(async () => {
    await database.migrate();
    service = await startBeside({ database, databaseUrl: blank.url } as Service, {});
  });
  afterAll(() => service.stop());

  it('proves its log still, from a head that was kept before', async () => {
    expect(await verifyChain((text, values) => database.query(text, values), head)).toEqual({
      head: expect.objectContaining({ sequence: head.sequence }),
    });
  });

  it('tells of each project the plan that its idea became one with', async () => {
    const { ideas } = await service.as(KEYS.admin).run<any, object>(`{
      ideas(first: 100, filter: { stages: [PROJECT] }) { nodes { code project {
        startsOn endsOn budget { amount } milestones { dueOn firstDueOn slipDays }
        baseline { startsOn endsOn budget { amount } } } } } }`);
    expect(ideas.nodes.length).toBeGreaterThan(4);
    for (const { project } of ideas.nodes) {
      const { startsOn, endsOn, budget } = project;
      expect(project.baseline).toEqual({ startsOn, endsOn, budget });
      for (const { dueOn, firstDueOn, slipDays } of project.milestones)
        expect({ firstDueOn, slipDays }).toEqual({ firstDueOn: dueOn, slipDays: 0 });
    }
  });

  it('changes an idea whose project nothing changes in, also in the process that has migrated', async () => {
    const admin = service.as(KEYS.admin);
    const { ideas } = await admin.run<any, object>(
      `{ ideas(first: 1, filter: { stages: [PROJECT], states: [ACTIVE] }) { nodes { id } } }`,
    );
    const { pauseIdea } = await admin.run<any, object>(
      `mutation ($input: IdeaStateInput!) { pauseIdea(input: $input) { idea { state } userErrors { message } } }`,
      { input: { id: ideas.nodes[0].id, reason: 'Väntar på tillstånd' } },
    );
    expect(pauseIdea).toEqual({ idea: { state: 'PAUSED' }, userErrors: [] });
  });

  it('tells with every step of the stay that it ended, also with those that a copy of before writes beside it', async () => {
    await expectStaysTold(database);
    await database.query(`with idea as (select id from idea where stage = 'PROJECT' and state = 'ACTIVE')
      insert into stage_transition (id, idea_id, "from", "to", from_state, to_state, at, by_name, by_role, waived)
      select 'transition_' || id, id, 'PROJECT', 'CONCEPT', 'ACTIVE', 'ACTIVE', now(), 'Copy', 'ADMIN', '{}'::text[] from idea
      union all select 'transition_again_' || id, id, 'CONCEPT', 'CONSORTIUM', 'ACTIVE', 'ACTIVE', now() + interval '1 day', 'Copy', 'ADMIN', '{}' from idea`);
    await expectStaysTold(database);
  });

  it('tells of every idea where it stands and what blocks it, and takes its next step', async () => {
    const admin = service.as(KEYS.admin);
    const { ideas } = await admin.run<any, object>(`{
      ideas(first: 100) { totalCount nodes { id code programme { code } stage daysInStage readiness { ready requirements { code met } } } } }`);
    expect(before.idea).toMatch(new RegExp(`^${ideas.totalCount} rows`));
    expect(new Set(ideas.nodes.map((idea: any) => idea.programme.code))).toEqual(new Set(['KS3']));

    const ready = ideas.nodes.find((idea: any) => idea.stage === 'CONCEPT' && idea.readiness?.ready);
    const { advanceIdea } = await admin.run<any, object>(
      `mutation ($id: ID!) { advanceIdea(input: { id: $id }) { idea { code } userErrors { message } } }`,
      { id: ready.id },
    );
    expect(advanceIdea).toEqual({ idea: { code: ready.code }, userErrors: [] });
  });
});
