import { eventually } from '../support/service/listener.js';
import { Make } from '../support/make/make.js';
import { metricOf } from '../support/service/metrics.js';
import { type Answer, status } from '../support/doubles/misbehaving-server.js';
import { accept, hang, isSigned, type Receiver, startReceiver, verified } from '../support/doubles/receiver.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { anIdea, courierOf, deliverAt, makeWebhook, REDELIVER, titlesIn, webhookOf } from '../support/make/webhooks.js';

let service: Service;
let receiver: Receiver;
beforeAll(async () => {
  service = await startService({ WEBHOOK_ALLOW_PRIVATE: 'true', WEBHOOK_TIMEOUT_MS: '1500' });
});
beforeEach(async () => (receiver = await startReceiver()));
afterEach(() => receiver.stop());
afterAll(() => service.stop());

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const inHours = (hours: number) => inSeconds(hours * 3600);
const deliveriesOf = async (id: string) => (await webhookOf(service, id)).deliveries;

/** Asks for a pause of an hour, so that the running service does not try meanwhile. */
const later = (code: number) => status(code, { 'retry-after': '3600' });

/** Waits until the webhook has tried that many times in all. */
const tried = (id: string, attempts: number) =>
  eventually(
    async () => (await deliveriesOf(id)).reduce((sum: number, each: any) => sum + each.attempts, 0) >= attempts,
    () => `not tried ${attempts} times`,
  );

/** Waits until the webhook has been served up to the newest activity. */
const passed = (id: string) =>
  eventually(
    async () => {
      const [behind] = await service.database.query(
        'select from webhook, activity_head head where id = $1 and webhook.sequence < head.sequence',
        [id],
      );
      return !behind;
    },
    () => 'the webhook lags behind',
  );

it('posts what happens, signed so that the library of the receiver takes it', async () => {
  const { id, secret } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  await idea.retitle('Vågkraft i Hanöbukten');
  await tried(id, 1);

  const [{ headers, json }, ...others] = receiver.received as [Receiver['received'][0]];
  expect(others).toEqual([]);
  expect(verified(secret, receiver.received[0]!)).toEqual(json);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(json).toMatchObject({
    type: 'IDEA_UPDATED',
    timestamp: json.data.at,
    data: {
      kind: 'IDEA_UPDATED',
      actor: { name: 'Region Blekinge (demo)', role: 'ADMIN', partner: { slug: 'region-blekinge' } },
      subject: { __typename: 'Idea', id: idea.id },
      idea: { id: idea.id, title: 'Vågkraft i Hanöbukten', stage: 'CONCEPT', state: 'ACTIVE' },
      changes: [{ field: 'title', before: { sv: 'Vågkraft' }, after: { sv: 'Vågkraft i Hanöbukten' } }],
      reason: null,
    },
  });
  expect(await deliveriesOf(id)).toMatchObject([
    {
      id: headers['webhook-id'],
      status: 'DELIVERED',
      attempts: 1,
      responseStatus: 204,
      lastOutcome: 'ACCEPTED',
      nextAttemptAt: null,
      activity: { kind: 'IDEA_UPDATED', sequence: json.data.sequence },
    },
  ]);
});

it('keeps the order, one at a time, and sends each once', async () => {
  const { id } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  const titles = Array.from({ length: 15 }, (_, number) => `Titel ${number}`);
  for (const title of titles) await idea.retitle(title);
  await tried(id, titles.length);
  expect(titlesIn(receiver.received)).toEqual(titles);
  expect(new Set((await deliveriesOf(id)).map((each: any) => each.attempts))).toEqual(new Set([1]));
  expect(receiver.mostAtOnce).toBe(1);
});

it('needs no second attempt where a receiver closes the connection after each answer', async () => {
  receiver.answers = [
    (_, response) => {
      response.on('finish', () => response.socket?.destroy());
      response.writeHead(204).end();
    },
  ];
  const { id } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  const titles = ['Ett', 'Två', 'Tre', 'Fyra'];
  await idea.retitle('Noll');
  for (const title of titles) await idea.retitle(title);
  await tried(id, 5);
  expect(titlesIn(receiver.received)).toEqual(['Noll', ...titles]);
  expect((await deliveriesOf(id)).map((each: any) => each.attempts)).toEqual([1, 1, 1, 1, 1]);
});

it('sends only the kinds that were chosen', async () => {
  const { id } = await makeWebhook(service, receiver.url, { kinds: ['IDEA_CREATED'] });
  const idea = await anIdea(service);
  await idea.retitle('Ny');
  await anIdea(service);
  await tried(id, 2);
  expect(receiver.received.map(({ json }) => json.type)).toEqual(['IDEA_CREATED', 'IDEA_CREATED']);
});

it('holds back what follows until the first is accepted, under one id and signed anew each time', async () => {
  receiver.answers = [later(500), later(503), accept];
  const { id, secret } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  for (const title of ['A', 'B', 'C']) await idea.retitle(title);
  await tried(id, 1);
  expect(titlesIn(receiver.received)).toEqual(['A']);
  await deliverAt(service, inHours(1.1));
  expect(titlesIn(receiver.received)).toEqual(['A', 'A']);
  await deliverAt(service, inHours(3));
  expect(titlesIn(receiver.received)).toEqual(['A', 'A', 'A', 'B', 'C']);

  const headers = receiver.received.slice(0, 3).map(each => each.headers);
  expect(new Set(headers.map(each => each['webhook-id'])).size).toBe(1);
  expect(new Set(headers.map(each => each['webhook-timestamp'])).size).toBe(3);
  expect(new Set(headers.map(each => each['webhook-signature'])).size).toBe(3);
  expect(receiver.received.every(each => isSigned(secret, each))).toBe(true);
  expect(await deliveriesOf(id)).toMatchObject([
    { status: 'DELIVERED', attempts: 3, responseStatus: 204 },
    { status: 'DELIVERED', attempts: 1 },
    { status: 'DELIVERED', attempts: 1 },
  ]);
});

it('tries again by itself', async () => {
  receiver.answers = [status(500), accept];
  const { id } = await makeWebhook(service, receiver.url);
  await (await anIdea(service)).retitle('Igen');
  // After five seconds, and the service looks every five.
  await tried(id, 2).catch(() => tried(id, 2));
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
});

const cutOff: Answer = request => void request.socket.destroy();
const redirect: Answer = (_, response) => void response.writeHead(307, { location: `${elsewhere.url}` }).end();
let elsewhere: Receiver;

it.each<[string, Answer, object]>([
  ['answers 500', status(500), { responseStatus: 500, lastOutcome: 'REFUSED' }],
  [
    'answers 429 and asks for a pause',
    status(429, { 'retry-after': '600' }),
    { responseStatus: 429, lastOutcome: 'REFUSED' },
  ],
  ['leads elsewhere', redirect, { responseStatus: 307, lastOutcome: 'REFUSED' }],
  ['closes the connection', cutOff, { responseStatus: null, lastOutcome: 'NO_ANSWER' }],
  ['never answers', hang, { responseStatus: null, lastOutcome: 'NO_ANSWER' }],
])('tries again later when the receiver %s', async (_, answer, expected) => {
  elsewhere = await startReceiver();
  receiver.answers = [answer];
  const { id } = await makeWebhook(service, receiver.url);
  await (await anIdea(service)).retitle('Prov');
  await tried(id, 1);
  const [delivery] = await deliveriesOf(id);
  expect(delivery).toMatchObject({ status: 'PENDING', attempts: 1, ...expected });
  const wait = Date.parse(delivery.nextAttemptAt) - Date.parse(delivery.lastAttemptAt);
  expect(wait / 1000).toBe((expected as any).responseStatus === 429 ? 600 : 5);
  expect(elsewhere.received).toEqual([]);
  await elsewhere.stop();
});

it('reads no more of an answer than a little, and takes the status for it', async () => {
  let sent = 0;
  receiver.answers = [
    (_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && sent < 1e9) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
      };
      more();
    },
    (_, response) => void response.writeHead(200).write('and then nothing'),
  ];
  const { id } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  await idea.retitle('Stort svar');
  await idea.retitle('Svar utan slut');
  await tried(id, 2);
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'DELIVERED' }, { status: 'DELIVERED' }]);
  expect(sent).toBeLessThan(5e7);
});

it('is disabled after a day without an answer, and goes on in order once it is sent again', async () => {
  receiver.answers = [later(500)];
  const { id, secret } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  for (const title of ['A', 'B', 'C']) await idea.retitle(title);
  await tried(id, 1);
  await deliverAt(service, inHours(23));
  expect(await webhookOf(service, id)).toMatchObject({
    active: true,
    deliveries: [{ status: 'PENDING', attempts: 2 }],
  });
  await deliverAt(service, inHours(24.5));
  const disabled = await webhookOf(service, id);
  expect(disabled).toMatchObject({ active: false, disabledReason: 'NOT_ACCEPTED' });
  expect(disabled.deliveries).toMatchObject([{ status: 'FAILED', attempts: 3, nextAttemptAt: null }]);
  await idea.retitle('D');
  await deliverAt(service, inHours(48));
  expect(receiver.received).toHaveLength(3);

  receiver.answers = [accept];
  const { redeliver } = await service.as(KEYS.admin).run<any, object>(REDELIVER, { id: disabled.deliveries[0].id });
  expect(redeliver).toMatchObject({ delivery: { status: 'PENDING' }, userErrors: [] });
  await tried(id, 7);
  expect(titlesIn(receiver.received.slice(3))).toEqual(['A', 'B', 'C', 'D']);
  expect(receiver.received.every(each => isSigned(secret, each))).toBe(true);
  expect(await webhookOf(service, id)).toMatchObject({ active: true, disabledReason: null });
});

it('is disabled at once when the receiver answers 410 Gone', async () => {
  receiver.answers = [status(410)];
  const { id } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  await idea.retitle('A');
  await idea.retitle('B');
  await tried(id, 1);
  expect(await webhookOf(service, id)).toMatchObject({
    active: false,
    disabledReason: 'GONE',
    deliveries: [{ status: 'FAILED', responseStatus: 410 }],
  });
});

it('sends a delivered one again under the same id', async () => {
  const { id } = await makeWebhook(service, receiver.url);
  await (await anIdea(service)).retitle('En gång till');
  await tried(id, 1);
  const [delivery] = await deliveriesOf(id);
  const { redeliver } = await service.as(KEYS.admin).run<any, object>(REDELIVER, { id: delivery.id });
  expect(redeliver.userErrors).toEqual([]);
  await tried(id, 2);
  const [first, second] = receiver.received;
  expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
  expect(second!.json).toEqual(first!.json);
});

it('refuses to send again what is still on its way', async () => {
  receiver.answers = [later(500)];
  const { id } = await makeWebhook(service, receiver.url);
  await (await anIdea(service)).retitle('På väg');
  await tried(id, 1);
  const [delivery] = await deliveriesOf(id);
  const { redeliver } = await service.as(KEYS.admin).run<any, object>(REDELIVER, { id: delivery.id });
  expect(redeliver).toEqual({ delivery: null, userErrors: [{ code: 'ILLEGAL_TRANSITION', path: ['deliveryId'] }] });
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'PENDING', attempts: 1 }]);
});

it('forgets what was settled thirty days ago, and keeps what is on its way', async () => {
  receiver.answers = [accept, later(500)];
  const { id } = await makeWebhook(service, receiver.url);
  const idea = await anIdea(service);
  await idea.retitle('Framme');
  await idea.retitle('På väg');
  await tried(id, 2);
  await service.database.query(
    `update webhook_delivery set next_attempt_at = $2 where webhook_id = $1 and status = 'PENDING'`,
    [id, inHours(24 * 60).toISOString()],
  );
  await deliverAt(service, inHours(24 * 29));
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'DELIVERED' }, { status: 'PENDING' }]);
  await deliverAt(service, inHours(24 * 31));
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'PENDING' }]);
});

it('counts attempts by how they ended', async () => {
  for (const outcome of ['ACCEPTED', 'REFUSED', 'NO_ANSWER'])
    expect(await metricOf(service, `webhook_attempts_total{outcome="${outcome}"}`)).toBeGreaterThan(0);
});

it('is made again by another copy at once where one that stops has broken it off, and counts as never made', async () => {
  receiver.answers = [later(503), hang, accept];
  const { id } = await makeWebhook(service, receiver.url);
  await (await anIdea(service)).retitle('Avbrott');
  await tried(id, 1);
  const stopping = courierOf(service, { WEBHOOK_TIMEOUT_MS: '60000' });
  const working = stopping.workAt(inHours(2));
  await eventually(
    () => receiver.received.length === 2,
    () => 'it did not begin',
  );
  await stopping.stop();
  await working;
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'PENDING', attempts: 1 }]);
  await deliverAt(service, inHours(2));
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
});

describe('the holder of the key', () => {
  it('is sent an idea only while inside it, and not what was waiting when that ended', async () => {
    const make = new Make(service.database);
    const partner = await make.partner();
    const key = await make.key('PARTNER', partner);
    receiver.answers = [accept, later(500)];
    const { id } = await makeWebhook(service, receiver.url, { key });
    const idea = await anIdea(service, { visibility: 'CONSORTIUM' });
    await idea.retitle('Före');
    await passed(id);
    const admin = service.as(KEYS.admin);
    const { addMember } = await admin.run<any, object>(
      'mutation($input: AddMemberInput!) { addMember(input: $input) { membership { id } userErrors { message } } }',
      { input: { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' } },
    );
    await idea.retitle('Under');
    await idea.retitle('Väntar');
    await tried(id, 2);
    await admin.run(
      'mutation($input: EndMembershipInput!) { endMembership(input: $input) { userErrors { message } } }',
      {
        input: { id: addMember.membership.id },
      },
    );
    await idea.retitle('Efter');
    await deliverAt(service, inHours(2));
    expect(titlesIn(receiver.received)).toEqual(['Under', 'Väntar']);
    const all = await webhookOf(service, id);
    expect(all.active).toBe(true);
    expect(all.deliveries.at(-1)).toMatchObject({ status: 'FAILED' });
    expect((await webhookOf(service, id, key)).deliveries).toEqual([]);
  });

  it('is not sent what is confidential inside an idea', async () => {
    const make = new Make(service.database);
    const key = await make.key('INTEGRATOR', null, ['ACTIVITY']);
    const { id } = await makeWebhook(service, receiver.url, { key, kinds: ['MEMBERSHIP_ADDED'] });
    const idea = await anIdea(service);
    const partner = await make.partner();
    const input = {
      ideaId: idea.id,
      partnerId: partner.id,
      role: 'BENEFICIARY',
      letterOfIntent: 'SIGNED',
      commitment: { amount: '1000.00', currency: 'SEK' },
    };
    await service
      .as(KEYS.admin)
      .run('mutation($input: AddMemberInput!) { addMember(input: $input) { userErrors { message } } }', { input });
    await tried(id, 1);
    const fields = receiver.received[0]!.json.data.changes.map(({ field }: { field: string }) => field);
    expect(fields).toContain('role');
    expect(fields).not.toContain('commitment');
    expect(fields).not.toContain('letterOfIntent');
  });

  it('is sent nothing more once the key is revoked', async () => {
    const make = new Make(service.database);
    const key = await make.key('ADMIN');
    const { id } = await makeWebhook(service, receiver.url, { key });
    const idea = await anIdea(service);
    await idea.retitle('Före');
    await tried(id, 1);
    const { viewer } = await service.as(key).run<any, object>('{ viewer { name apiKeys { id name } } }');
    const own = viewer.apiKeys.find(({ name }: { name: string }) => name === viewer.name);
    await service
      .as(KEYS.admin)
      .run('mutation($id: ID!) { revokeApiKey(id: $id) { userErrors { code } } }', { id: own.id });
    await idea.retitle('Efter');
    await deliverAt(service, inHours(1));
    expect(titlesIn(receiver.received)).toEqual(['Före']);
    const stopped = await webhookOf(service, id);
    expect(stopped).toMatchObject({ active: false, disabledReason: 'KEY_ENDED' });
    const { redeliver } = await service.as(KEYS.admin).run<any, object>(REDELIVER, { id: stopped.deliveries[0].id });
    expect(redeliver.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });
});
