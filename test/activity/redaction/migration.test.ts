import type { Migrator } from '@mikro-orm/migrations';
import { verifyChain } from '../../../src/activity/chain.js';
import type { Database } from '../../../src/database/database.js';
import { type BlankDatabase, blankDatabase } from '../../support/service/blank-database.js';
import { stored } from '../../support/service/stored.js';

const BEFORE = '018-mistakes';

let blank: BlankDatabase;
let database: Database;
let migrator: Migrator;
beforeAll(async () => {
  blank = await blankDatabase();
  ({ database } = blank);
  ({ migrator } = database.orm as unknown as { migrator: Migrator });
  await migrator.up({ to: BEFORE });
  for (const row of [1, 2, 3]) await write(`row_${row}`, 'IDEA_UPDATED', 'idea_x', CHANGES);
}, 60_000);
afterAll(() => blank.drop());

const CHANGES = [{ field: 'title', before: { sv: 'Förr' }, after: { sv: 'Nu' } }];

const write = (id: string, kind: string, subject: string, changes: object[]) =>
  database.query(
    `insert into activity (id, at, actor_name, actor_role, kind, subject_id, changes, reason)
     values ($1, now(), 'Anna', 'ADMIN', $2, $3, $4::jsonb, 'Skäl')`,
    [id, kind, subject, JSON.stringify(changes)],
  );

/** As the owner of the database may change what nobody else may. */
const tamper = (statement: string) =>
  database.query(`do $tamper$ begin set local session_replication_role = replica; ${statement}; end $tamper$`);

const columns = () =>
  database.query(
    `select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public' order by 1, 2`,
  );

const kept = async () => ({ columns: await columns(), rows: await stored(database) });

it.each<[string, string, string, RegExp]>([
  [
    'a row was changed',
    `update activity set reason = 'Ett annat skäl' where id = 'row_2'`,
    `update activity set reason = 'Skäl' where id = 'row_2'`,
    /The activity log is broken at row 2: nothing has been migrated\. The version before tells more by npm run audit:verify\./,
  ],
  [
    'a row is gone',
    `create table away as select * from activity where id = 'row_2'; delete from activity where id = 'row_2'`,
    `insert into activity select * from away; drop table away`,
    /The activity log is broken at row 2: nothing has been migrated\./,
  ],
  [
    'the last row is gone',
    `create table away as select * from activity where id = 'row_3'; delete from activity where id = 'row_3'`,
    `insert into activity select * from away; drop table away`,
    /The head of the activity log is not the hash of its last row: nothing has been migrated\./,
  ],
  [
    'the head is gone',
    `create table away as select * from activity_head; delete from activity_head`,
    `insert into activity_head select * from away; drop table away`,
    /The head of the activity log is not the hash of its last row: nothing has been migrated\./,
  ],
])('a log that is broken, since %s, is not given digests, and nothing changes', async (_, breaking, mending, line) => {
  await tamper(breaking);
  const before = await kept();
  await expect(migrator.up()).rejects.toThrow(line);
  expect(await kept()).toEqual(before);
  await tamper(mending);
});

it('there is a way back until something has been redacted, and none after', async () => {
  const { activity, activity_head } = await stored(database);
  await database.migrate();
  await migrator.down({ to: BEFORE });
  expect(await stored(database)).toMatchObject({ activity, activity_head });

  await database.migrate();
  await write('row_4', 'ACTIVITY_REDACTED', 'row_2', [{ field: 'reason', before: null, after: null }]);
  const before = await kept();
  await expect(migrator.down({ to: BEFORE })).rejects.toThrow(
    'Values have been erased from the activity log: the version before could not prove the rest, so there is no way back.',
  );
  expect(await kept()).toEqual(before);
  const query: Database['query'] = (text, values) => database.query(text, values);
  expect(await verifyChain(query)).toEqual({ head: { sequence: 4, hash: expect.any(String) } });
});
