import pg from 'pg';
import { send } from '../../../src/database/server/prepared.js';
import * as fc from '../../support/properties.js';

const url = process.env.TEST_DATABASE_URL;
const onServer = url ? describe : describe.skip;

const KIB = 1024;

onServer('what a connection keeps prepared (with TEST_DATABASE_URL)', () => {
  let client: pg.Client;
  beforeEach(async () => {
    client = new pg.Client({ connectionString: url, pipeline: true });
    await client.connect();
  });
  afterEach(() => client.end());

  /** A statement that answers with its own name, and with text enough to be of some length. */
  const ask = async (name: string, length = 0) => {
    const text = `select $1::text || '${name}' /*${'.'.repeat(length)}*/`;
    const { rows } = await send<[string]>(client, { name, text, values: ['I am '], rowMode: 'array' });
    return rows[0]![0];
  };

  const kept = async () => {
    const { rows } = await client.query<{ name: string; length: number }>(
      'select name, length(statement) as length from pg_prepared_statements order by prepare_time',
    );
    return rows;
  };

  it('is not more than 200 statements, those that were asked for last', async () => {
    for (let each = 1; each <= 250; each += 1) await ask(`s${each}`);
    const names = (await kept()).map(({ name }) => name);
    expect(names).toHaveLength(200);
    expect([names[0], names.at(-1)]).toEqual(['s51', 's250']);
  });

  it('is not more than 256 KiB of text, and keeps what is asked for again and again', async () => {
    for (let each = 1; each <= 40; each += 1) {
      await ask(`s${each}`, 20 * KIB);
      await ask('again');
    }
    const statements = await kept();
    expect(statements.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(256 * KIB);
    expect(statements[0]!.name).toBe('again');
    expect(statements.length).toBeGreaterThan(10);
  });

  it('is nothing that alone would push out many others', async () => {
    expect(await ask('long', 40 * KIB)).toBe('I am long');
    expect(await ask('long', 40 * KIB)).toBe('I am long');
    expect(await kept()).toEqual([]);
  });

  it('answers rightly in whatever order, also what is let go while it is under way', async () => {
    const asked = fc.array(fc.nat(29), { minLength: 100, maxLength: 100, size: 'max' });
    await fc.assert(
      fc.asyncProperty(asked, async places => {
        const answers = await Promise.all(places.map(place => ask(`s${place}`, 25 * KIB)));
        expect(answers).toEqual(places.map(place => `I am s${place}`));
        expect((await kept()).length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 10 },
    );
  });

  it('is not upset by a statement that fails', async () => {
    const divide = (by: number) =>
      send<[string]>(client, { name: 'divide', text: 'select (1 / $1::int)::text', values: [by], rowMode: 'array' });
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect((await divide(1)).rows).toEqual([['1']]);
    await expect(
      send(client, { name: 'wrong', text: 'select nothing', values: [], rowMode: 'array' }),
    ).rejects.toThrow();
    expect(await ask('after')).toBe('I am after');
  });
});
