import { Make } from '../support/make/make.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

async function create(key: string, changes: object = {}) {
  const document = `mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { userErrors { code path }
    idea { stage state visibility challenge environmentalObjectives missions owner { slug } focusAreas { code } } } }`;
  const input = { title: { sv: 'Vätgas i hamnen' }, summary: { sv: 'Prov' }, ...changes };
  return (await service.as(key).run<any, object>(document, { input })).createIdea;
}

describe('a new idea', () => {
  it('of a partner is its own, at the beginning of the path, and seen by its consortium alone', async () => {
    const { idea } = await create(KEYS.partner);
    expect(idea).toEqual({
      stage: 'CONCEPT',
      state: 'ACTIVE',
      visibility: 'CONSORTIUM',
      challenge: null,
      environmentalObjectives: [],
      missions: [],
      owner: { slug: expect.any(String) },
      focusAreas: [],
    });
  });

  it('has each objective, mission and area once', async () => {
    const { idea } = await create(KEYS.partner, {
      environmentalObjectives: ['CIRCULAR_ECONOMY', 'CIRCULAR_ECONOMY'],
      missions: ['SOIL', 'SOIL'],
      focusAreas: ['tech', 'tech'],
    });
    expect(idea).toMatchObject({
      environmentalObjectives: ['CIRCULAR_ECONOMY'],
      missions: ['SOIL'],
      focusAreas: [{ code: 'tech' }],
    });
  });

  it('needs an owner where the key acts for no partner', async () => {
    const { idea, userErrors } = await create(await new Make(service.database).key('ADMIN'));
    expect([idea, userErrors]).toEqual([null, [{ code: 'REQUIRED', path: ['ownerId'] }]]);
  });

  it.each([
    ['of an owner that is not there', KEYS.admin, { ownerId: 'nobody' }, 'NOT_FOUND ownerId'],
    ['of a partner for another', KEYS.partner, { ownerId: 'nobody' }, 'FORBIDDEN ownerId'],
    ['without a title', KEYS.partner, { title: { sv: ' ' } }, 'REQUIRED title sv'],
    ['in an area that is not there', KEYS.partner, { focusAreas: ['luft'] }, 'NOT_FOUND focusAreas'],
  ])('is refused: one %s', async (_which, key, changes, refusal) => {
    const before = await stored(service.database);
    const { idea, userErrors } = await create(key, changes);
    expect([idea, userErrors.map(({ code, path }: any) => [code, ...path].join(' '))]).toEqual([null, [refusal]]);
    expect(await stored(service.database)).toEqual(before);
  });
});
