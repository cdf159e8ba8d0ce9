import { SYSTEM, type Viewer } from '../../src/shared/viewer.js';
import { startReceiver, type Receiver } from '../support/doubles/receiver.js';
import { Make } from '../support/make/make.js';
import { anIdea, CREATE, makeWebhook, titlesIn, webhookOf } from '../support/make/webhooks.js';
import { askAt } from '../support/service/ask-at.js';
import { eventually } from '../support/service/listener.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let receiver: Receiver;
let make: Make;
beforeAll(async () => {
  service = await startService({ WEBHOOK_ALLOW_PRIVATE: 'true', WEBHOOK_TIMEOUT_MS: '1500' });
  make = new Make(service.database);
}, 60_000);
beforeEach(async () => (receiver = await startReceiver()));
afterEach(() => receiver.stop());
afterAll(() => service.stop());

const READ = 'id url kinds ideas { id } focusAreas active disabledReason';
const ask = (key: string | null, document: string, variables: object) =>
  service.as(key).run<any, object>(document, variables);
const update = async (input: object, key: string = KEYS.admin) =>
  (
    await ask(
      key,
      `mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { webhook { ${READ} } userErrors { code path } } }`,
      { input },
    )
  ).updateWebhook;
const test = async (id: string, key: string = KEYS.admin) =>
  (
    await ask(
      key,
      'mutation ($id: ID!) { testWebhook(id: $id) { delivery { id status activity { kind subject { id } } } userErrors { code path } } }',
      { id },
    )
  ).testWebhook;
const create = async (input: object, key: string = KEYS.admin) => (await ask(key, CREATE, { input })).createWebhook;
const received = (count: number) =>
  eventually(
    () => receiver.received.length >= count,
    () => `${receiver.received.length} of ${count} came`,
  );

describe('a webhook that is limited', () => {
  it('is not made for ideas that one may not see, and nothing changes', async () => {
    const hidden = await make.idea({ visibility: 'CONSORTIUM' } as never);
    const key = await make.key('PARTNER', await make.partner());
    const before = await stored(service.database);
    const refusals = await create({ url: receiver.url, ideas: [hidden.id], focusAreas: [] }, key);
    expect(refusals).toMatchObject({ webhook: null, userErrors: [{ code: 'NOT_FOUND', path: ['ideas'] }] });
    const unknown = await create({ url: receiver.url, focusAreas: ['hav'] }, key);
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['focusAreas'] }]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('to ideas is sent what concerns them and nothing else', async () => {
    const [wanted, other] = [await anIdea(service), await anIdea(service)];
    const { webhook } = await create({ url: receiver.url, kinds: ['IDEA_UPDATED'], ideas: [wanted.id] });
    await other.retitle('Utanför');
    await wanted.retitle('Innanför');
    await other.retitle('Utanför igen');
    await wanted.retitle('Innanför igen');
    await received(2);
    expect(titlesIn(receiver.received)).toEqual(['Innanför', 'Innanför igen']);
    expect((await webhookOf(service, webhook.id)).deliveries).toHaveLength(2);
  });

  it('to focus areas is sent what concerns ideas and calls in them or their parts', async () => {
    const { webhook } = await create({ url: receiver.url, focusAreas: ['tech'] });
    await anIdea(service, { focusAreas: ['missions'] });
    const { id } = await anIdea(service, { focusAreas: ['tech.digitalisering'] });
    const call = (identifier: string, area: string) => ({
      ...{ identifier, title: { sv: 'Utlysning' }, programme: 'LIFE', funder: 'Kommissionen', focusAreas: [area] },
      ...{ deadlineModel: 'SINGLE_STAGE', deadlines: [{ at: '2099-01-01T12:00:00Z' }] },
    });
    const publish = 'mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) { call { id } } }';
    await ask(KEYS.admin, publish, { input: call('UTANFOR-1', 'missions') });
    const { createFundingCall } = await ask(KEYS.admin, publish, { input: call('INNANFOR-1', 'tech') });
    await received(2);
    expect(receiver.received[0]!.json).toMatchObject({ type: 'IDEA_CREATED', data: { subject: { id } } });
    expect(receiver.received[1]!.json.data.subject.id).toBe(createFundingCall.call.id);
    expect((await update({ id: webhook.id, focusAreas: [] })).webhook.focusAreas).toEqual([]);
  });
});

describe('a webhook whose only idea may not be seen any more', () => {
  it('says that it is limited, though it names none', async () => {
    const idea = await make.idea({ visibility: 'PUBLIC' } as never);
    const key = await make.key('PARTNER', await make.partner());
    const { webhook } = await create({ url: receiver.url, ideas: [idea.id] }, key);
    const shown = async () =>
      (
        await ask(key, 'query ($id: ID!) { node(id: $id) { ... on Webhook { limited ideas { id } } } }', {
          id: webhook.id,
        })
      ).node;
    expect(await shown()).toEqual({ limited: true, ideas: [{ id: idea.id }] });
    await service.database.query("update idea set visibility = 'CONSORTIUM' where id = $1", [idea.id]);
    expect(await shown()).toEqual({ limited: true, ideas: [] });
    const { webhook: other } = await create({ url: receiver.url }, key);
    webhook.id = other.id;
    expect(await shown()).toEqual({ limited: false, ideas: [] });
  });
});

describe('a webhook that is tested over and over', () => {
  it('sends ten in a minute, and says when to try again; another one is not held up', async () => {
    const made = () => makeWebhook(service, receiver.url, { kinds: ['IDEA_CREATED'] });
    const [{ id }, other] = [await made(), await made()];
    await anIdea(service);
    await received(2);
    const answers: any[] = [];
    for (let nth = 0; nth < 12; nth += 1) answers.push(await test(id));
    expect(answers.map(({ userErrors }) => userErrors)).toEqual([
      ...Array(10).fill([]),
      ...Array(2).fill([{ code: 'INVALID', path: ['id'] }]),
    ]);
    expect((await test(other.id)).userErrors).toEqual([]);
  });
});

describe('a webhook that is changed', () => {
  it('is sent what it asks for now, where it asks for it now, and the log tells what changed', async () => {
    const { id } = await makeWebhook(service, 'http://127.0.0.1:9/nowhere', { kinds: ['INDICATOR_MEASURED'] });
    const changed = await update({ id, url: receiver.url, kinds: ['IDEA_CREATED'] });
    expect(changed).toEqual({
      webhook: expect.objectContaining({ id, url: receiver.url, kinds: ['IDEA_CREATED'], ideas: [], active: true }),
      userErrors: [],
    });
    const idea = await anIdea(service);
    await received(1);
    expect(receiver.received[0]!.json.data.subject.id).toBe(idea.id);
    const { activity } = await ask(
      KEYS.admin,
      '{ activity(first: 1, kinds: [WEBHOOK_UPDATED]) { nodes { changes { field before after } } } }',
      {},
    );
    expect(activity.nodes[0].changes).toContainEqual({
      field: 'kinds',
      before: ['INDICATOR_MEASURED'],
      after: ['IDEA_CREATED'],
    });
  });

  it('is sent nothing while it is switched off, and all of it in order afterwards', async () => {
    const { id } = await makeWebhook(service, receiver.url);
    const idea = await anIdea(service);
    expect((await update({ id, active: false })).webhook).toMatchObject({
      active: false,
      disabledReason: 'SWITCHED_OFF',
    });
    await idea.retitle('Ett');
    await idea.retitle('Två');
    expect((await test(id)).userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(receiver.received).toEqual([]);
    expect((await update({ id, active: true })).webhook).toMatchObject({ active: true, disabledReason: null });
    await received(2);
    expect(titlesIn(receiver.received)).toEqual(['Ett', 'Två']);
  });
});

it('a webhook is tried with the newest event that its key may see, once more where it has been sent', async () => {
  const partner = await make.partner();
  const key = await make.key('PARTNER', partner);
  const { id } = await makeWebhook(service, receiver.url, { key, kinds: [] });
  // The newest of all are for administrators alone.
  await makeWebhook(service, receiver.url);
  const { delivery, userErrors } = await test(id);
  expect(userErrors).toEqual([]);
  expect(delivery.activity.kind).not.toMatch(/WEBHOOK|API_KEY/);
  await received(1);
  // What is still on its way is not sent again.
  await eventually(
    async () => (await webhookOf(service, id)).deliveries[0].status === 'DELIVERED',
    () => 'not noted as delivered',
  );
  const again = await test(id, key);
  await received(2);
  const [first, second] = receiver.received;
  expect(again.delivery.id).toBe(delivery.id);
  expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
});

it('who signed in at an organisation has webhooks by a key without a secret, which gets none', async () => {
  const partner = await make.partner();
  const viewer: Viewer = {
    ...SYSTEM,
    ...{ name: 'En partner', role: 'PARTNER', partnerId: partner.id, subject: 'https://id.example någon' },
  };
  const asked = (document: string, variables: Record<string, unknown> = {}) =>
    askAt(service, { moment: new Date(), viewer }, document, variables);
  const input = { url: receiver.url, kinds: ['IDEA_CREATED'] };
  const made = [await asked(CREATE, { input }), await asked(CREATE, { input })].map(each => each.createWebhook);
  expect(made.map(({ userErrors }) => userErrors)).toEqual([[], []]);
  const { viewer: seen } = await asked('{ viewer { apiKeys { id prefix lapsesAt } webhooks { id } } }');
  expect(seen.apiKeys).toEqual([{ id: expect.any(String), prefix: '', lapsesAt: expect.any(String) }]);
  expect(seen.webhooks).toHaveLength(2);
  const { rotateApiKey } = await ask(
    KEYS.admin,
    'mutation ($id: ID!) { rotateApiKey(id: $id) { secret userErrors { code } } }',
    { id: seen.apiKeys[0].id },
  );
  expect(rotateApiKey).toEqual({ secret: null, userErrors: [{ code: 'INVALID' }] });
  const idea = await anIdea(service, { ownerId: partner.id });
  await received(2);
  expect(receiver.received.map(({ json }) => json.data.subject.id)).toEqual([idea.id, idea.id]);
});
