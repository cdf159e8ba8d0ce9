import type { SqlEntityManager } from '@mikro-orm/sql';
import { FocusArea } from '../../src/focus-areas/focus-area.js';
import type { Database } from '../../src/database/database.js';
import { statementChannel } from '../../src/database/statement-channel.js';
import * as fc from '../support/properties.js';
import { freshDatabase } from '../support/service/service.js';

let database: Database;
let drop: () => Promise<unknown>;
beforeAll(async () => ({ database, drop } = await freshDatabase()), 60_000);
afterAll(() => database.close().then(drop));

const manager = () => database.orm.em.fork() as SqlEntityManager;

/** Texts that would end a literal, a placeholder or a statement, were they written into one. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }).filter(text => text.isWellFormed() && !text.includes('\0')),
  fc.constantFrom("'", "\\'", '?', '??', '\\?', '$1', '$$', "'; drop table idea; --", "E'\\x'", '{"a":"?"}'),
);

describe('what the mapper sends', () => {
  it('gives every text back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 5 }), async given => {
        const columns = given.map((_, place) => `?::text as c${place}`).join(', ');
        const [row] = await manager().execute<Record<string, string>[]>(`select ${columns}`, given);
        expect(Object.values(row!)).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });

  it('holds no value in its text', async () => {
    const sent: string[] = [];
    const note = (statement: unknown) => void sent.push((statement as { text: string }).text);
    statementChannel.start.subscribe(note);
    await manager().findOne(FocusArea, { code: { $in: ["it's mine", 'yours'] } });
    statementChannel.start.unsubscribe(note);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('in ($1, $2)');
    expect(sent[0]).not.toContain('mine');
  });

  it('is refused for a character that no text can have, and the connection goes on', async () => {
    const em = manager();
    await expect(em.findOne(FocusArea, { code: 'a\0b' })).rejects.toMatchObject({ code: '22021' });
    expect(await em.findOne(FocusArea, { code: 'tech' })).not.toBeNull();
  });

  it('is not more values than the protocol can count', async () => {
    const codes = Array.from({ length: 65_536 }, (_, place) => `code ${place}`);
    await expect(manager().find(FocusArea, { code: { $in: codes } })).rejects.toThrow('at most 65535 values');
  });
});
