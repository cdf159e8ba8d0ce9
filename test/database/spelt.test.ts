import { wrap } from '@mikro-orm/core';
import type { Database } from '../../src/database/database.js';
import { findSpelt } from '../../src/database/spelt.js';
import { Idea } from '../../src/ideas/idea.js';
import { freshDatabase } from '../support/service/service.js';

let database: Database;
let drop: () => Promise<unknown>;
let ids: string[];
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  ids = (await database.query<{ id: string }>('select id from idea order by id')).map(({ id }) => id);
}, 60_000);
afterAll(() => database.close().then(drop));

const manager = () => database.orm.em.fork();
const populate = ['memberships', 'focusAreas', 'project'];
const spelt = (em: ReturnType<typeof manager>, id: string) => {
  const where = ([mark]: readonly string[]) => ({ id: mark! });
  return findSpelt(em, { entity: Idea, populate, name: 'by id', values: [id], where });
};
/** What the mapper holds changes of a row and of its parts against. */
const known = (idea: Idea) =>
  [idea, ...idea.memberships.getItems(), ...idea.focusAreas.getItems(), idea.project?.unwrap()].map(
    part => part && wrap(part, true).__originalEntityData,
  );

describe('a find that is spelt once', () => {
  it('finds each row as the mapper does, with all its parts', async () => {
    let parts = 0;
    for (const id of ids) {
      const expected = await manager().findOneOrFail(Idea, { id }, { populate: populate as never, strategy: 'joined' });
      const [found] = await spelt(manager(), id);
      expect(known(found!)).toEqual(known(expected));
      parts += found!.memberships.length + found!.focusAreas.length;
    }
    expect(parts).toBeGreaterThan(ids.length);
  });

  it('finds nothing where there is nothing', async () => {
    expect(await spelt(manager(), 'idea_00000000000000000000000000')).toEqual([]);
  });

  it('finds what the mapper then writes changes of, and nothing else', async () => {
    const em = manager();
    const [idea] = await spelt(em, ids[0]!);
    em.getUnitOfWork().computeChangeSets();
    expect(em.getUnitOfWork().getChangeSets()).toEqual([]);
    idea!.title = { sv: 'En annan', en: 'Another' };
    em.getUnitOfWork().computeChangeSets();
    expect(em.getUnitOfWork().getChangeSets()).toMatchObject([{ payload: { title_sv: 'En annan' } }]);
  });

  it('leaves what was changed before as it is', async () => {
    const em = manager();
    const [idea] = await spelt(em, ids[0]!);
    idea!.title = { sv: 'En annan', en: 'Another' };
    expect(await spelt(em, ids[0]!)).toEqual([idea]);
    expect(idea!.title.sv).toBe('En annan');
  });
});
