import { type Break, type Head, verifyChain } from '../../../src/activity/chain.js';
import type { Database } from '../../../src/database/database.js';
import { freshDatabase } from '../../support/service/service.js';
import { GUARDS_OFF, verdictAfter as verdictOn } from '../verdict-after.js';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => ({ database, drop } = await freshDatabase()), 60_000);
afterAll(async () => {
  await database.close();
  await drop();
});

const verdictAfter = (statements: readonly string[], kept: Head | null = null) => verdictOn(database, statements, kept);

const OFF = GUARDS_OFF;
const ON = 'alter table activity enable trigger user';

/** The row of a reason and a title that the demo has, by what it tells. */
const TOLD = `(select id from activity where kind = 'IDEA_CREATED' order by sequence limit 1)`;
const REDACTED = (...fields: string[]) =>
  `insert into activity (id, at, actor_name, actor_role, kind, subject_id, changes, reason)
   select 'activity_gone', now(), 'x', 'ADMIN', 'ACTIVITY_REDACTED', ${TOLD}, '${JSON.stringify(fields.map(field => ({ field, before: null, after: null })))}', 'Gallringsbeslut 7'`;
const REDACT = REDACTED('title.after', 'actor');

const sequenceOf = async (of: string) => {
  const [row] = await database.query<{ sequence: number }>(`select sequence from activity where id = ${of}`);
  return row!.sequence;
};

const broken = async (statements: readonly string[]) => ((await verdictAfter(statements)) as { broken: Break }).broken;

const WITHOUT_TITLE = `update activity set changes = activity_without(changes, '{title.after}') where id = ${TOLD}`;
const WITHOUT_SALT = `update activity set salts = salts - 'title.after' where id = ${TOLD}`;

it('a log proves after a redaction, and so does a head from before it', async () => {
  const { head } = (await verdictAfter([])) as { head: Head };
  const after = await verdictAfter([REDACT], head);
  expect(after).toEqual({ head: { sequence: head.sequence + 1, hash: expect.any(String) } });
});

it.each<[string, string[]]>([
  ['a value was nulled by hand', [OFF, `update activity set actor_name = null where id = ${TOLD}`]],
  [
    'a value of a change was nulled by hand',
    [
      OFF,
      `update activity set changes = replace(changes::text, '"after": {', '"after": null, "x": {')::jsonb where id = ${TOLD}`,
    ],
  ],
  ['a value is gone without its redaction in the chain', [OFF, WITHOUT_TITLE, WITHOUT_SALT]],
  ['a value is gone and its salt is left', [OFF, WITHOUT_TITLE]],
  ['a salt is gone and its value is left', [OFF, WITHOUT_SALT]],
  [
    'a digest was swapped for another',
    [
      OFF,
      `update activity set digests = digests || jsonb_build_object('actor', digests ->> 'title.after') where id = ${TOLD}`,
    ],
  ],
  [
    'a value was changed together with its digest',
    [
      OFF,
      `update activity set actor_name = 'Y', digests = digests || jsonb_build_object('actor', activity_value_digest(salts ->> 'actor', 'Y')) where id = ${TOLD}`,
    ],
  ],
  [
    'a digest was taken away with its value',
    [
      OFF,
      `update activity set actor_name = null, salts = salts - 'actor', digests = digests - 'actor' where id = ${TOLD}`,
    ],
  ],
  ['a salt was changed', [OFF, `update activity set salts = salts || '{"actor": "0"}' where id = ${TOLD}`]],
  [
    'a salt was put where there is no digest',
    [OFF, `update activity set salts = salts || '{"reason": "0"}' where id = ${TOLD}`],
  ],
  ['a value was put where none was written', [OFF, `update activity set reason = 'Y' where id = ${TOLD}`]],
  [
    'more is gone than the redaction names',
    [
      REDACT,
      OFF,
      `update activity set changes = activity_without(changes, '{summary.after}'), salts = salts - 'summary.after' where id = ${TOLD}`,
    ],
  ],
  ['a redacted value was put back', [REDACT, OFF, `update activity set actor_name = 'x' where id = ${TOLD}`]],
  [
    'a redacted value was put back with a salt',
    [REDACT, OFF, `update activity set actor_name = 'x', salts = salts || '{"actor": "0"}' where id = ${TOLD}`],
  ],
  [
    'null was put where a value was redacted',
    [REDACT, OFF, `update activity set changes = jsonb_set(changes, '{0,after}', 'null') where id = ${TOLD}`],
  ],
])('is ALTERED where %s', async (_, statements) => {
  expect(await broken(statements)).toMatchObject({ fault: 'ALTERED', sequence: await sequenceOf(TOLD) });
});

it('knows a value again that is put back just as it was, and calls it altered all the same', async () => {
  const kept = `create temp table kept on commit drop as select * from activity where id = ${TOLD}`;
  const back = `update activity a set actor_name = kept.actor_name, changes = kept.changes, salts = kept.salts from kept where kept.id = a.id`;
  expect(await broken([kept, REDACT, OFF, back])).toMatchObject({ fault: 'ALTERED', sequence: await sequenceOf(TOLD) });
});

it('is broken where a redaction was forged without the chain, wherever it was put', async () => {
  const [{ last } = { last: 0 }] = await database.query<{ last: number }>('select sequence as last from activity_head');
  const gone = [WITHOUT_TITLE, WITHOUT_SALT];
  const forged = [OFF, REDACTED('title.after'), ...gone];
  expect(await broken(forged)).toMatchObject({ fault: 'UNCOUNTED', id: 'activity_gone' });
  const numbered = [...forged, `update activity set sequence = ${last + 1} where id = 'activity_gone'`];
  expect(await broken(numbered)).toMatchObject({ fault: 'UNCOUNTED', id: 'activity_gone' });
  expect(await broken([...numbered, 'update activity_head set sequence = sequence + 1'])).toMatchObject({
    ...{ fault: 'ALTERED', id: 'activity_gone', sequence: last + 1 },
  });
  const turned = `update activity set kind = 'ACTIVITY_REDACTED', subject_id = ${TOLD}, changes = '[{"field": "title.after"}]' where sequence = ${last}`;
  expect(await broken([OFF, turned, ...gone])).toMatchObject({ fault: 'ALTERED', sequence: last });
});

it('the database lets a value go with its redaction alone, and nothing else change', async () => {
  const refused = /never changed or deleted/;
  for (const statement of [
    `update activity set actor_name = null where id = ${TOLD}`,
    `update activity set reason = 'Y' where id = ${TOLD}`,
    WITHOUT_TITLE,
    WITHOUT_SALT,
    `update activity set digests = '{}' where id = ${TOLD}`,
  ]) {
    await expect(database.query(statement)).rejects.toThrow(refused);
  }
  for (const statement of [WITHOUT_TITLE, WITHOUT_SALT])
    await expect(verdictAfter([REDACT, statement.replace('title.after', 'summary.after')])).rejects.toThrow(refused);
  await expect(verdictAfter([REDACT, REDACT.replace('activity_gone', 'activity_more')])).rejects.toThrow(
    'nothing of that name',
  );
  await expect(verdictAfter([REDACTED('stage.after')])).rejects.toThrow('nothing of that name');
  await expect(database.query(`update stage_transition set reason = null, by_name = null`)).rejects.toThrow(refused);
  await expect(verdictAfter([ON, REDACT])).resolves.toHaveProperty('head');
});

it('tells the same value apart in two rows: a digest says nothing to who has no salt', async () => {
  const [row] = await database.query<{ names: number; digests: number }>(
    `select count(distinct actor_name)::int as names, count(distinct digests ->> 'actor')::int as digests from activity`,
  );
  expect(row!.digests).toBeGreaterThan(row!.names * 10);
});

/** So many rows; 100,000 with LOG_ROWS=100000. */
const ROWS = Number(process.env.LOG_ROWS ?? 3_000);

it(`a log of ${ROWS} rows, a tenth of them redacted, verifies`, async () => {
  const batch = 500;
  for (let from = 0; from < ROWS; from += batch)
    await database.query(
      `insert into activity (id, at, actor_name, actor_role, kind, subject_id, changes, reason)
       select 'activity_n' || n, now(), 'Namn ' || n, 'ADMIN', 'IDEA_UPDATED', 'idea_n', '[{"field": "summary", "before": {"sv": "Förr"}, "after": {"sv": "Nu"}}]', 'Skäl ' || n
       from generate_series($1::int, $2::int) n`,
      [from, from + batch - 1],
    );
  for (let from = 0; from < ROWS; from += batch * 10)
    await database.query(
      `insert into activity (id, at, actor_name, actor_role, kind, subject_id, changes, reason)
       select 'activity_r' || n, now(), 'x', 'ADMIN', 'ACTIVITY_REDACTED', 'activity_n' || n, '[{"field": "reason"}, {"field": "summary.before"}]', 'Gallringsbeslut 7'
       from generate_series($1::int, $2::int, 10) n`,
      [from, Math.min(from + batch * 10, ROWS) - 1],
    );
  const began = Date.now();
  const verdict = await verifyChain((text, values) => database.query(text, values));
  expect(verdict).toHaveProperty('head');
  if (process.env.LOG_ROWS)
    console.log(`${ROWS} rows verified in ${Date.now() - began} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
}, 3_600_000);
