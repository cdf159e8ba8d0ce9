import { Make } from '../support/make/make.js';
import { activityOf } from '../support/rows/activity-of.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const URL = 'https://dokument.example/plan.pdf';
const ADD = `mutation ($input: AddLinkInput!) { done: addLink(input: $input) { userErrors { code path }
  link { id kind title url about { id } removedAt addedBy { role } } } }`;
const REMOVE = `mutation ($id: ID!) { done: removeLink(id: $id) { userErrors { code path } link { id removedAt } } }`;
const LINKS = 'query ($id: ID!) { idea(id: $id) { links { id } } }';

async function done(document: string, variables: object, key: string | null = KEYS.admin) {
  return (await service.as(key).run<any, object>(document, variables)).done;
}

const add = (ideaId: string, said: object = {}) =>
  done(ADD, { input: { ideaId, kind: 'PLAN', title: 'Tidplan', url: URL, ...said } });

async function linksOf(id: string, key: string | null = KEYS.admin): Promise<string[]> {
  const { idea } = await service.as(key).run<any, object>(LINKS, { id });
  return idea.links.map((link: { id: string }) => link.id);
}

describe('a link', () => {
  it('stands at the idea until it is removed, and then only in the history', async () => {
    const idea = await make.idea();
    const { link } = await add(idea.id);
    expect(link).toMatchObject({ kind: 'PLAN', title: 'Tidplan', url: URL, about: null, removedAt: null });
    expect(await linksOf(idea.id)).toEqual([link.id]);
    expect((await done(REMOVE, { id: link.id })).link.removedAt).not.toBeNull();
    expect(await linksOf(idea.id)).toEqual([]);
    const told = await activityOf(service.database, idea.id);
    expect(told.slice(0, 2).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['LINK_REMOVED', link.id],
      ['LINK_ADDED', link.id],
    ]);
  });

  it('can be about any part of the idea, and about no part of another', async () => {
    const [idea, other] = [await make.idea({ stage: 'PROJECT' }), await make.idea({ stage: 'PROJECT' })];
    const parts = await service.database.query<{ id: string }>(
      `select id from milestone where project_id = $1 union all select id from outcome where project_id = $1`,
      [idea.projectId],
    );
    const ids = [idea.membershipIds[0]!, idea.applicationId!, idea.projectId!, ...parts.map(({ id }) => id)];
    for (const aboutId of ids) expect((await add(idea.id, { aboutId })).link.about).toEqual({ id: aboutId });
    expect((await add(idea.id, { aboutId: idea.id })).link.about).toBeNull();
    const strangers = [
      other.membershipIds[0],
      other.applicationId,
      other.projectId,
      other.id,
      'milestone_nothing',
      'x',
    ];
    for (const aboutId of strangers) {
      expect((await add(idea.id, { aboutId })).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['aboutId'] }]);
    }
  });

  it('is for those inside the idea alone', async () => {
    const idea = await make.idea({ visibility: 'PUBLIC' });
    const { link } = await add(idea.id);
    for (const key of [null, KEYS.integrator, await make.key('PARTNER', await make.partner())]) {
      expect(await linksOf(idea.id, key)).toEqual([]);
      const { userErrors } = await done(REMOVE, { id: link.id }, key);
      expect(userErrors[0].code).toBe('FORBIDDEN');
    }
  });

  it('without a title, or beyond the two hundredth, is refused and changes nothing', async () => {
    const idea = await make.idea();
    const insert = `insert into link (id, idea_id, kind, title, url, added_at, added_by_name, added_by_role)
      select 'link_' || n, $1, 'OTHER', 'x', $2, now(), 'x', 'ADMIN' from generate_series(1, 200) n`;
    await service.database.query(insert, [idea.id, URL]);
    const before = await stored(service.database);
    expect((await add(idea.id)).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await add(idea.id, { title: ' ' })).userErrors).toEqual([{ code: 'REQUIRED', path: ['title'] }]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('removed once is not removed again', async () => {
    const { link } = await add((await make.idea()).id);
    await done(REMOVE, { id: link.id });
    expect((await done(REMOVE, { id: link.id })).userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION', path: ['id'] }]);
  });
});
