import { type Break, type Head } from '../../src/activity/chain.js';
import type { Database } from '../../src/database/database.js';
import { freshDatabase } from '../support/service/service.js';
import { GUARDS_OFF, verdictAfter as verdictOn } from './verdict-after.js';

let database: Database;
let drop: () => Promise<void>;
let whole: Head;
beforeAll(async () => ({ database, drop } = await freshDatabase()));
afterAll(async () => {
  await database.close();
  await drop();
});

const verdictAfter = (statements: readonly string[], kept: Head | null = null) =>
  verdictOn(database, [GUARDS_OFF, ...statements], kept);

const idOf = async (sequence: number): Promise<string> => {
  const [row] = await database.query<{ id: string }>('select id from activity where sequence = $1', [sequence]);
  return row!.id;
};

/** Writes the hashes anew from a row on, as one who knows the chain would. */
const MADE_ANEW = `do $$ declare a activity; previous bytea;
  begin
    select hash into previous from activity where sequence = 6;
    for a in select * from activity where sequence > 6 order by sequence loop
      previous := activity_digest(previous, a);
      update activity set hash = previous where id = a.id;
    end loop;
    update activity_head set hash = previous;
  end $$`;

describe('the chain of the activity log', () => {
  it('is whole as it was written, and has a head', async () => {
    const verdict = await verdictAfter([]);
    const [{ rows } = { rows: 0 }] = await database.query<{ rows: number }>(
      'select count(*)::int as rows from activity',
    );
    expect(rows).toBeGreaterThan(100);
    expect(verdict).toEqual({ head: { sequence: rows, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    whole = (verdict as { head: Head }).head;
  });

  it.each<[string, Break['fault'], number, string[]]>([
    ['a reason was changed', 'ALTERED', 7, [`update activity set reason = 'none' where sequence = 7`]],
    [
      'a moment was changed by a millisecond',
      'ALTERED',
      7,
      [`update activity set at = at + interval '1 ms' where sequence = 7`],
    ],
    ['an actor was changed', 'ALTERED', 7, [`update activity set actor_name = 'Nobody' where sequence = 7`]],
    ['a change was taken out', 'ALTERED', 7, [`update activity set changes = changes - 0 where sequence = 7`]],
    ['the first row was changed', 'ALTERED', 1, [`update activity set kind = 'IDEA_UPDATED' where sequence = 1`]],
    ['a hash was changed', 'ALTERED', 7, [`update activity set hash = sha256('x') where sequence = 7`]],
    ['a hash was taken away', 'ALTERED', 7, [`update activity set hash = null where sequence = 7`]],
    [
      'a row was changed together with its hash',
      'ALTERED',
      8,
      [
        `update activity set reason = 'none' where sequence = 7`,
        `update activity a set hash = activity_digest((select hash from activity where sequence = 6), a) where sequence = 7`,
      ],
    ],
    [
      'two rows changed places',
      'ALTERED',
      7,
      [
        'update activity set sequence = -1 where sequence = 7',
        'update activity set sequence = 7 where sequence = 8',
        'update activity set sequence = 8 where sequence = -1',
      ],
    ],
    ['the first row was deleted', 'MISSING', 1, ['delete from activity where sequence = 1']],
    ['a row was deleted', 'MISSING', 7, ['delete from activity where sequence = 7']],
    [
      'a row was deleted and the next ones moved up',
      'ALTERED',
      7,
      [
        'delete from activity where sequence = 7',
        'update activity set sequence = -sequence where sequence > 7',
        'update activity set sequence = -sequence - 1 where sequence < 0',
        'update activity_head set sequence = sequence - 1',
      ],
    ],
  ])('is broken where %s', async (_, fault, sequence, statements) => {
    const { broken } = (await verdictAfter(statements)) as { broken: Break };
    expect(broken).toMatchObject({ fault, sequence });
    if (fault === 'ALTERED' && !statements.some(statement => statement.includes('set sequence')))
      expect(broken.id).toBe(await idOf(sequence));
  });

  it('is broken where the end was cut off', async () => {
    const cut = `delete from activity where sequence > ${whole.sequence - 3}`;
    expect(await verdictAfter([cut])).toEqual({ broken: { fault: 'MISSING', sequence: whole.sequence - 2, id: null } });
    const counted = `update activity_head set sequence = ${whole.sequence - 3}`;
    expect(await verdictAfter([cut, counted])).toEqual({
      broken: { fault: 'HEAD_ALTERED', sequence: whole.sequence - 3, id: null },
    });
  });

  it('is broken where its head is another, or none', async () => {
    const last = whole.sequence;
    expect(await verdictAfter([`update activity_head set hash = sha256('x')`])).toEqual({
      broken: { fault: 'HEAD_ALTERED', sequence: last, id: null },
    });
    expect(await verdictAfter(['update activity_head set sequence = sequence - 1'])).toEqual({
      broken: { fault: 'UNCOUNTED', sequence: last, id: await idOf(last) },
    });
    expect(await verdictAfter(['update activity_head set sequence = sequence + 1'])).toEqual({
      broken: { fault: 'MISSING', sequence: last + 1, id: null },
    });
    expect(await verdictAfter(['delete from activity_head'])).toEqual({
      broken: { fault: 'HEAD_MISSING', sequence: null, id: null },
    });
  });

  it('is broken where a row was put in that the log has not numbered', async () => {
    const unnumbered = `insert into activity (id, at, actor_name, actor_role, kind, subject_id, changes)
      select 'act_x', at, actor_name, actor_role, kind, subject_id, changes from activity where sequence = 7`;
    expect(await verdictAfter([unnumbered])).toEqual({ broken: { fault: 'UNCOUNTED', sequence: null, id: 'act_x' } });
  });

  it('is whole when it was made anew from a changed row on; only a head that was kept elsewhere tells', async () => {
    const statements = [`update activity set reason = 'none' where sequence = 7`, MADE_ANEW];
    expect(await verdictAfter(statements)).toHaveProperty('head');
    expect(await verdictAfter(statements, whole)).toEqual({
      broken: { fault: 'OTHER_HEAD', sequence: whole.sequence, id: null },
    });
    expect(await verdictAfter([], whole)).toEqual({ head: whole });
  });

  it('is followed over many pages', async () => {
    const numbering = ['activity_head_taken', 'activity_append', 'activity_head_given'];
    const grown = [
      ...numbering.map(trigger => `alter table activity enable trigger ${trigger}`),
      `insert into activity (id, at, actor_name, actor_role, kind, subject_id, changes)
        select 'act_' || n, now(), 'x', 'ADMIN', 'IDEA_UPDATED', 'x', '[]' from generate_series(1, 2500) n`,
      ...numbering.map(trigger => `alter table activity disable trigger ${trigger}`),
    ];
    const sequence = whole.sequence + 2500;
    expect(await verdictAfter(grown, whole)).toEqual({ head: { sequence, hash: expect.any(String) } });
    for (const boundary of [1000, 1001, 2000, sequence]) {
      const changed = [...grown, `update activity set reason = 'x' where sequence = ${boundary}`];
      expect(await verdictAfter(changed)).toHaveProperty('broken.sequence', boundary);
    }
  });

  it('knows an earlier head again after it has grown, and one of another log not', async () => {
    const [earlier] = await database.query<Head>(
      `select sequence, encode(hash, 'hex') as hash from activity where sequence = 50`,
    );
    expect(await verdictAfter([], earlier)).toEqual({ head: whole });
    expect(await verdictAfter([], { ...whole, sequence: whole.sequence + 1 })).toHaveProperty(
      'broken.fault',
      'OTHER_HEAD',
    );
  });
});
