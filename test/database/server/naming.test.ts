import type { Database } from '../../../src/database/database.js';
import { Naming } from '../../../src/database/server/naming.js';
import { freshDatabase } from '../../support/service/service.js';

const namesOf = (text: string) => {
  const naming = new Naming();
  return [1, 2, 3, 4].map(() => naming.nameOf(text));
};

describe('the name under which a statement is prepared', () => {
  it('is given at its third use, and stays', () => {
    const [first, second, third, fourth] = namesOf('select $1::int * 2');
    expect([first, second]).toEqual([undefined, undefined]);
    expect(third).toBeDefined();
    expect(fourth).toBe(third);
  });

  it.each([
    'select * from idea',
    'select i.* from idea i',
    'select 1, * from idea',
    'update idea set a = 1 returning *',
  ])('is given to none that names all columns of a table: %s', text =>
    expect(new Set(namesOf(text))).toEqual(new Set([undefined])),
  );

  it.each(['select count(*) from idea', 'select 2 * $1 /* all. * */', 'update idea set a = $1 * b returning a'])(
    'is given to others that have a star: %s',
    text => expect(namesOf(text).at(-1)).toBeDefined(),
  );
});

(process.env.TEST_DATABASE_URL ? describe : describe.skip)('a statement outside a transaction', () => {
  let database: Database;
  let drop: () => Promise<unknown>;
  beforeAll(async () => ({ database, drop } = await freshDatabase()), 60_000);
  afterAll(() => database.close().then(drop));

  it('is planned once on a connection when it is asked again and again', async () => {
    const text = 'select $1::int + 1 as more';
    for (let time = 1; time <= 4; time += 1) expect(await database.query(text, [time])).toEqual([{ more: time + 1 }]);
    const kept = 'select count(*)::int as kept from pg_prepared_statements where statement = $1';
    expect(await database.query(kept, [text])).toEqual([{ kept: 1 }]);
  });
});
