import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Database } from '../../src/database/database.js';
import { FocusArea } from '../../src/focus-areas/focus-area.js';
import { Partner } from '../../src/partners/partner.js';
import * as fc from '../support/properties.js';
import { freshDatabase } from '../support/service/service.js';

let database: Database;
let drop: () => Promise<unknown>;
beforeAll(async () => ({ database, drop } = await freshDatabase()), 60_000);
afterAll(() => database.close().then(drop));

const manager = () => database.orm.em.fork();
const rename = (code: string, sv: string) =>
  manager().transactional(async em => {
    const area = await em.findOneOrFail(FocusArea, { code });
    area.asPartOfAnother().name = { sv, en: sv };
  });
const nameOf = async (code: string) => (await manager().findOneOrFail(FocusArea, { code })).name.sv;

describe('what the unit of work writes', () => {
  it('arrives as it was, whatever characters it has', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter(each => each.isWellFormed() && !each.includes('\0'));
    const texts = fc.oneof(
      text,
      fc.constantFrom("'", '\\', '"', '{"a":null}', 'null', '$1', '?', "'; drop table idea; --"),
    );
    const given = texts.filter(each => each.trim() !== '');
    await fc.assert(
      fc.asyncProperty(given, async name => {
        await rename('tech', name);
        expect(await nameOf('tech')).toBe(name);
      }),
      { numRuns: 50 },
    );
  });

  it('is undone where a row has moved on since it was read, with all that was written beside it', async () => {
    const before = await nameOf('tech');
    const late = manager().transactional(async em => {
      const area = await em.findOneOrFail(FocusArea, { code: 'tech' });
      const partner = await em.findOneOrFail(Partner, { slug: 'techtank' });
      await (em as SqlEntityManager).execute(`update partner set version = version + 1 where slug = 'techtank'`);
      area.asPartOfAnother().name = { sv: 'För sent', en: 'Late' };
      partner.asPartOfAnother().name = 'För sent';
    });
    await expect(late).rejects.toMatchObject({ code: '40001' });
    expect(await nameOf('tech')).toBe(before);
  });
});
