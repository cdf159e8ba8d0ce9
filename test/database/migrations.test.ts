import { setTimeout as wait } from 'node:timers/promises';
import type { ISchemaGenerator } from '@mikro-orm/core';
import type { Migrator } from '@mikro-orm/migrations';
import pg from 'pg';
import type { Database } from '../../src/database/database.js';
import { type BlankDatabase, blankDatabase, blankServerDatabase, connect } from '../support/service/blank-database.js';

const migratorOf = ({ orm }: Database) => (orm as unknown as { migrator: Migrator }).migrator;
const schemaOf = ({ orm }: Database) => (orm as unknown as { schema: ISchemaGenerator }).schema;

/** Everything of our own in the database; what an extension brings belongs to it. */
async function objects(database: Database): Promise<string[]> {
  const rows = await database.query<{ object: string }>(`
    select 'relation ' || oid::regclass as object from pg_class c where relnamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = c.oid and deptype = 'e')
    union all select 'function ' || oid::regprocedure from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    union all select 'type ' || oid::regtype from pg_type t where typnamespace = 'public'::regnamespace
      and typelem = 0 and not exists (select from pg_depend where objid = t.oid and deptype = 'e')
    union all select 'collation ' || collname from pg_collation where collnamespace = 'public'::regnamespace
    union all select 'trigger ' || tgname || ' ' || tgrelid::regclass from pg_trigger where not tgisinternal
    union all select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    order by 1`);
  return rows.map(({ object }) => object);
}

/** The migrator's own memory. */
const isMemory = (object: string) => object.includes('schema_migration');

describe('the migrations', () => {
  let blank: BlankDatabase;
  beforeAll(async () => (blank = await blankDatabase()));
  afterAll(() => blank.drop());

  it('go forward, back and forward again, and leave nothing behind', async () => {
    const { database } = blank;
    await database.migrate();
    const there = await objects(database);
    expect(there).toEqual(expect.arrayContaining(['relation idea', 'collation swedish', 'function refuse_change()']));

    await migratorOf(database).down({ to: 0 });
    expect((await objects(database)).filter(object => !isMemory(object))).toEqual([]);

    await database.migrate();
    expect(await objects(database)).toEqual(there);
  });

  it('have nothing to do when they have been done', async () => {
    expect(await migratorOf(blank.database).getPending()).toEqual([]);
  });

  it('make the tables that the entities describe, and beside them only what the database alone knows', async () => {
    const sql = await schemaOf(blank.database).getUpdateSchemaSQL({ wrap: false });
    const statements = sql.split('\n').filter(line => line.trim() !== '');
    expect(statements.filter(statement => !ofTheDatabaseAlone(statement))).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
  });
});

/** What no entity describes: search, indexes with a collation or on a join table, what steps tell of stays, and the guard of the activity log. */
const DATABASE_ONLY = [
  /^alter table "(idea|funding_call|partner)" drop column "search", drop column "searchable";$/,
  /^drop index "(idea_title|partner_name|idea_focus_area_area|funding_call_focus_area_area)";$/,
  /^alter table "activity" drop column "hash", drop column "former_hash";$/,
  /^alter table "stage_transition" drop column "from_entered_at", drop column "first_entry";$/,
  /^drop trigger if exists "activity_(append|head_given|head_taken|notify|is_append_only|keep|redact)" on "activity";$/,
  /^drop trigger if exists "stage_transition_(is_append_only|keep|stay)" on "stage_transition";$/,
  /^drop trigger if exists "webhook_delivery_notify" on "webhook_delivery";$/,
  /^drop function if exists "(activity|stage_transition|webhook_delivery)_(activity|stage_transition|webhook_delivery)_\w+_fn"\(\);$/,
  /^drop function if exists "activity_(digest|erasable|erased|former_digest|sealed|value_digest|values|values_stand|without)"\(.+\);$/,
  /^drop trigger if exists "(idea|membership|funding_call|partner)_search(_made)?" on "(idea|membership|funding_call|partner)";$/,
  /^drop trigger if exists "idea_programme" on "idea";$/,
  /^drop function if exists "idea_idea_programme_fn"\(\);$/,
  /^drop function if exists "(idea|membership|funding_call|partner)_(idea|membership|funding_call|partner)_search(_made)?_fn"\(\);$/,
  /^drop function if exists "search_\w+"\(.+\);$/,
  /^drop function if exists "unaccented"\(text\);$/,
  /^drop function if exists "require_version"\(bigint\);$/,
];

function ofTheDatabaseAlone(statement: string): boolean {
  return DATABASE_ONLY.some(known => known.test(statement));
}

const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer(
  'copies of the service on one PostgreSQL server (with TEST_DATABASE_URL; the embedded one takes a single process)',
  () => {
    it('migrate at the same moment, one after the other', async () => {
      const { url, drop } = await blankServerDatabase(process.env.TEST_DATABASE_URL!);
      const copies = await Promise.all([connect(url), connect(url), connect(url)]);
      await Promise.all(copies.map(copy => copy.migrate()));
      const [{ times } = { times: 0 }] = await copies[0].query<{ times: number }>(
        `select count(*)::int as times from schema_migration where name = '001-foundation'`,
      );
      expect(times).toBe(1);
      await Promise.all(copies.map(copy => copy.close()));
      await drop();
    });

    it('migrate while another copy reads, and neither is ended as a deadlock', async () => {
      const { url, drop } = await blankServerDatabase(process.env.TEST_DATABASE_URL!);
      const copy = await connect(url);
      await migratorOf(copy).up({ to: '004-import-sources' });
      const reader = new pg.Client(url);
      await reader.connect();
      await reader.query('begin');
      await reader.query('select from stage_transition');
      const migrated = copy.migrate();
      const WAITS = `select from pg_locks where relation = 'stage_transition'::regclass and not granted`;
      while ((await reader.query(WAITS)).rowCount === 0) await wait(20);
      await reader.query('select from funding_call');
      await reader.query('commit');
      await migrated;
      expect(await copy.pendingMigrations()).toEqual([]);
      await Promise.all([reader.end(), copy.close()]);
      await drop();
    });
  },
);
