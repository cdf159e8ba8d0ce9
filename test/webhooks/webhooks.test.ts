import { randomBytes } from 'node:crypto';
import { eventually } from '../support/service/listener.js';
import { Make } from '../support/make/make.js';
import { type Receiver, startReceiver, verified } from '../support/doubles/receiver.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';
import { anIdea, CREATE, DELETE, deliverAt, makeWebhook, REDELIVER, webhookOf } from '../support/make/webhooks.js';

const PUBLIC_URL = 'https://93.184.215.14/hook';
/** Nothing is sent there: no indicator is measured here. */
const QUIET = { url: PUBLIC_URL, kinds: ['INDICATOR_MEASURED'] };
const SECRET_KEY = randomBytes(32).toString('base64');

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService({ WEBHOOK_SECRET_KEYS: SECRET_KEY });
  make = new Make(service.database);
});
afterAll(() => service.stop());

const create = async (key: string | null, input: object) =>
  (await service.as(key).run<any, object>(CREATE, { input })).createWebhook;
const remove = async (key: string | null, id: string) =>
  (await service.as(key).run<any, object>(DELETE, { id })).deleteWebhook;
const idsFor = async (key: string | null): Promise<string[]> => {
  const { viewer } = await service.as(key).run<any, object>('{ viewer { webhooks { id } } }');
  return viewer.webhooks.map(({ id }: { id: string }) => id);
};

/** What the deed answers; everything that is stored is as before. */
async function unchanged<T>(deed: () => Promise<T>): Promise<T> {
  const before = await stored(service.database);
  const answer = await deed();
  expect(await stored(service.database)).toEqual(before);
  return answer;
}

describe('a webhook', () => {
  it.each(Object.entries(KEYS))('is made with the key of %s, and its secret is shown this once', async (_, key) => {
    const { webhook, secret, userErrors } = await create(key, QUIET);
    expect(userErrors).toEqual([]);
    expect(webhook).toMatchObject({
      url: PUBLIC_URL,
      kinds: ['INDICATOR_MEASURED'],
      active: true,
      disabledReason: null,
    });
    expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
    expect(await idsFor(key)).toContain(webhook.id);
    const [row] = await service.database.query<{ row: string }>(
      'select to_jsonb(w)::text as row from webhook w where id = $1',
      [webhook.id],
    );
    expect(row!.row).not.toContain(secret.slice('whsec_'.length));
  });

  it('is sent everything when no kinds are chosen', async () => {
    const { webhook } = await create(KEYS.admin, { url: PUBLIC_URL });
    expect(webhook.kinds).toEqual([]);
    await remove(KEYS.admin, webhook.id);
  });

  it('is refused to whoever has no key', async () => {
    const { webhook, secret, userErrors } = await unchanged(() => create(null, QUIET));
    expect({ webhook, secret }).toEqual({ webhook: null, secret: null });
    expect(userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('is refused to the twenty-first time', async () => {
    const key = await make.key('INTEGRATOR');
    for (let made = 0; made < 20; made += 1) await create(key, QUIET);
    const { userErrors } = await unchanged(() => create(key, QUIET));
    expect(userErrors).toMatchObject([{ code: 'INVALID' }]);
    const [one] = await idsFor(key);
    await remove(key, one!);
    expect((await create(key, QUIET)).userErrors).toEqual([]);
  });

  it('is told in the activity, for administrators and without its secret', async () => {
    const { webhook } = await create(KEYS.partner, QUIET);
    const ACTIVITY =
      '{ activity(first: 5, kinds: [WEBHOOK_CREATED]) { nodes { actor { name } subject { id } changes { field after } } } }';
    const { activity } = await service.as(KEYS.admin).run<any, object>(ACTIVITY);
    expect(activity.nodes[0]).toMatchObject({ actor: { name: 'Techtank (demo)' }, subject: { id: webhook.id } });
    const fields = activity.nodes[0].changes.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(['apiKey', 'focusAreas', 'ideas', 'kinds', 'url']);
    const others = await service.as(KEYS.partner).run<any, object>(ACTIVITY);
    expect(others.activity.nodes).toEqual([]);
  });
});

describe('a target', () => {
  it.each([
    'http://93.184.215.14/hook',
    'https://127.0.0.1/hook',
    'https://127.1/hook',
    'https://0x7f000001/hook',
    'https://2130706433/hook',
    'https://0.0.0.0/hook',
    'https://10.0.0.1/hook',
    'https://172.16.0.1/hook',
    'https://192.168.1.1:8443/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/hook',
    'https://224.0.0.1/hook',
    'https://[::1]/hook',
    'https://[fc00::1]/hook',
    'https://[fe80::1]/hook',
    'https://[::ffff:10.0.0.1]/hook',
    'https://[64:ff9b::a00:1]/hook',
    'https://[2002:7f00:1::]/hook',
    'https://localhost/hook',
    'https://no-such-host.invalid/hook',
    'https://somebody:secret@93.184.215.14/hook',
  ])('that is not fit is refused: %s', async url => {
    const { webhook, userErrors } = await unchanged(() => create(KEYS.integrator, { url }));
    expect(webhook).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['url'] }]);
  });

  it.each([`https://93.184.215.14/${'x'.repeat(2_000)}`, 'https:93.184.215.14', 'https://93.184.215.14/a\nb'])(
    'that is no address is refused by the rule of all addresses: %.40j',
    async url => {
      const { errors } = await unchanged(() => service.as(KEYS.integrator).ask(CREATE, { input: { url } }));
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );
});

/** A name may be led elsewhere once the webhook is made. */
it.each(['localhost', '127.0.0.1', '[::ffff:127.0.0.1]'])(
  'nothing is sent to %s, though it was public before',
  async host => {
    const receiver = await startReceiver();
    const { id } = await makeWebhook(service, PUBLIC_URL);
    await service.database.query('update webhook set url = $2 where id = $1', [
      id,
      receiver.url.replace('127.0.0.1', host),
    ]);
    await (await anIdea(service)).retitle('Prov');
    await eventually(
      async () => (await webhookOf(service, id)).deliveries[0]?.attempts === 1,
      () => 'nothing was tried',
    );
    expect((await webhookOf(service, id)).deliveries).toMatchObject([
      { status: 'PENDING', lastOutcome: 'PRIVATE_ADDRESS', responseStatus: null },
    ]);
    expect(receiver.received).toEqual([]);
    await remove(KEYS.admin, id);
    await receiver.stop();
  },
);

describe('others', () => {
  it('see a webhook only if they see its key, and delete no other', async () => {
    const [partner, other] = [await make.partner(), await make.partner()];
    const [own, colleague] = [await make.key('PARTNER', partner), await make.key('PARTNER', partner)];
    const [stranger, integrator] = [await make.key('PARTNER', other), await make.key('INTEGRATOR')];
    const { webhook } = await create(own, QUIET);
    const sees = (key: string | null) => webhookOf(service, webhook.id, key as string);
    for (const key of [own, colleague, KEYS.admin]) {
      expect(await idsFor(key)).toContain(webhook.id);
      expect(await sees(key)).toMatchObject({ active: true });
    }
    for (const key of [stranger, integrator]) {
      expect(await idsFor(key)).toEqual([]);
      expect(await sees(key)).toBeNull();
      const { userErrors } = await unchanged(() => remove(key, webhook.id));
      expect(userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
    }
    expect(await sees(null)).toBeNull();
    expect((await unchanged(() => remove(null, webhook.id))).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await remove(colleague, webhook.id)).webhook).toMatchObject({ active: false });
  });
});

describe('what is sent', () => {
  let receiver: Receiver;
  let local: Service;
  beforeAll(async () => {
    receiver = await startReceiver();
    local = await startService({ WEBHOOK_ALLOW_PRIVATE: 'true', WEBHOOK_SECRET_KEYS: SECRET_KEY });
  });
  afterAll(async () => {
    await local.stop();
    await receiver.stop();
  });

  it('is signed with the secret that was shown, though it is stored sealed', async () => {
    const { id, secret } = await makeWebhook(local, receiver.url);
    await (await anIdea(local)).retitle('Förseglad');
    await eventually(
      () => receiver.received.length > 0,
      () => 'nothing came',
    );
    expect(verified(secret, receiver.received[0]!)).toMatchObject({ type: 'IDEA_UPDATED' });
    expect((await webhookOf(local, id)).deliveries).toHaveLength(1);
    await local.as(KEYS.admin).run<any, object>(DELETE, { id });
  });

  it('ends when the webhook is deleted, for good', async () => {
    const { id } = await makeWebhook(local, receiver.url);
    const idea = await anIdea(local);
    await idea.retitle('Före');
    await eventually(
      async () => (await webhookOf(local, id)).deliveries[0]?.status === 'DELIVERED',
      () => 'nothing was delivered',
    );
    const admin = local.as(KEYS.admin);
    const { deleteWebhook } = await admin.run<any, object>(DELETE, { id });
    expect(deleteWebhook).toEqual({ webhook: { id, active: false, disabledReason: 'DELETED' }, userErrors: [] });
    await idea.retitle('Efter');
    await deliverAt(local, new Date(Date.now() + 3_600_000), { WEBHOOK_SECRET_KEYS: SECRET_KEY });
    const { deliveries } = await webhookOf(local, id);
    expect(deliveries).toHaveLength(1);

    const again = await admin.run<any, object>(DELETE, { id });
    expect(again.deleteWebhook.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    const { redeliver } = await admin.run<any, object>(REDELIVER, { id: deliveries[0].id });
    expect(redeliver.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    const { viewer } = await admin.run<any, object>('{ viewer { webhooks { id } } }');
    expect(viewer.webhooks.map((each: { id: string }) => each.id)).not.toContain(id);
    const [row] = await local.database.query('select secret from webhook where id = $1', [id]);
    expect(row).toEqual({ secret: '' });
  });

  it('is sent again by those alone who see the webhook', async () => {
    const { id } = await makeWebhook(local, receiver.url);
    await (await anIdea(local)).retitle('Hemlig för andra');
    await eventually(
      async () => (await webhookOf(local, id)).deliveries[0]?.status === 'DELIVERED',
      () => 'nothing was delivered',
    );
    const [delivery] = (await webhookOf(local, id)).deliveries;
    const before = await stored(local.database);
    const { redeliver } = await local.as(KEYS.partner).run<any, object>(REDELIVER, { id: delivery.id });
    expect(redeliver).toEqual({ delivery: null, userErrors: [{ code: 'NOT_FOUND', path: ['deliveryId'] }] });
    expect(await stored(local.database)).toEqual(before);
  });
});
