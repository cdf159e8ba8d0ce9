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

async function post(ideaId: string, said: object = {}) {
  const input = { ideaId, health: 'ON_TRACK', summary: { sv: 'Det går framåt.' }, ...said };
  const { done } = await service.as(KEYS.admin).run<any, object>(
    `mutation ($input: PostStatusUpdateInput!) { done: postStatusUpdate(input: $input) { userErrors { code path }
      statusUpdate { id health summary(locale: EN) nextStep nextStepDueOn by { name role } } idea { version health } } }`,
    { input },
  );
  return done;
}

async function refusalOf(ideaId: string, said: object): Promise<string[]> {
  const before = await stored(service.database);
  const { statusUpdate, userErrors } = await post(ideaId, said);
  expect(statusUpdate).toBeNull();
  expect(await stored(service.database)).toEqual(before);
  return userErrors.map(({ code, path }: any) => [code, ...(path ?? [])].join(' '));
}

const HOW = `query ($id: ID!) { idea(id: $id) { health statusUpdatedAt links { id }
  statusUpdates(first: 5) { totalCount nodes { health summary } } } }`;

describe('a status update', () => {
  it('gives the idea its health, and is told with what it says', async () => {
    const idea = await make.idea();
    const { statusUpdate, idea: after } = await post(idea.id, {
      health: 'AT_RISK',
      summary: { sv: 'Tillståndet dröjer.', en: 'The permit is late.' },
      nextStep: { sv: 'Möte med länsstyrelsen.' },
      nextStepDueOn: '2126-01-15',
    });
    expect(statusUpdate).toMatchObject({
      ...{ health: 'AT_RISK', summary: 'The permit is late.', nextStep: 'Möte med länsstyrelsen.' },
      nextStepDueOn: '2126-01-15',
    });
    expect(after.health).toBe('AT_RISK');
    const [told] = await activityOf(service.database, idea.id);
    expect(told).toMatchObject({
      ...{ kind: 'STATUS_UPDATED', subject: statusUpdate.id, idea: idea.id },
      changes: { health: { before: null, after: 'AT_RISK' }, nextStepDueOn: { before: null, after: '2126-01-15' } },
    });
    expect(told!.changes).not.toHaveProperty('by');
  });

  it('gives way to a newer one and stays behind it', async () => {
    const idea = await make.idea();
    await post(idea.id, { health: 'OFF_TRACK' });
    await post(idea.id, { health: 'ON_TRACK', summary: { sv: 'Löst.' } });
    const { idea: found } = await service.as(KEYS.admin).run<any, object>(HOW, { id: idea.id });
    expect(found.health).toBe('ON_TRACK');
    expect(found.statusUpdates.nodes.map(({ health }: any) => health)).toEqual(['ON_TRACK', 'OFF_TRACK']);
    expect(found.statusUpdates.totalCount).toBe(2);
  });

  it('is for those inside the idea: a partner outside sees neither it nor its activity', async () => {
    const idea = await make.idea({ visibility: 'PUBLIC' });
    const { statusUpdate } = await post(idea.id);
    for (const key of [null, KEYS.integrator, await make.key('PARTNER', await make.partner())]) {
      const { idea: found } = await service.as(key).run<any, object>(HOW, { id: idea.id });
      expect(found).toMatchObject({ health: null, statusUpdatedAt: null, statusUpdates: { totalCount: 0, nodes: [] } });
      const { node } = await service
        .as(key)
        .run<any, object>('query ($id: ID!) { node(id: $id) { id } }', { id: statusUpdate.id });
      expect(node).toBeNull();
    }
  });

  it.each([
    ['that says nothing', { summary: { sv: ' ' } }, 'REQUIRED summary sv'],
    ['with a day and no next step', { nextStepDueOn: '2126-01-15' }, 'REQUIRED nextStep'],
    [
      'whose next step was due before',
      { nextStep: { sv: 'Ring.' }, nextStepDueOn: '2020-01-01' },
      'INVALID nextStepDueOn',
    ],
    ['longer than is kept', { summary: { sv: 'å'.repeat(2_001) } }, 'INVALID summary sv'],
  ])('%s is refused at its field', async (_, said, refusal) => {
    expect(await refusalOf((await make.idea()).id, said)).toEqual([refusal]);
  });

  it('of an idea that has ended is refused', async () => {
    const idea = await make.idea({ stage: 'PROJECT' });
    const END = 'mutation ($input: IdeaStateInput!) { completeIdea(input: $input) { userErrors { code } } }';
    await service.as(KEYS.admin).run(END, { input: { id: idea.id, reason: 'Klart.' } });
    expect(await refusalOf(idea.id, {})).toEqual(['ILLEGAL_TRANSITION']);
  });
});
