import { eventually } from '../support/service/listener.js';
import type { Answer } from '../support/doubles/misbehaving-server.js';
import { startProcess } from '../support/service/process.js';
import { accept, hang, type Receiver, startReceiver } from '../support/doubles/receiver.js';
import { callerOf, freshDatabase, type Service, startCopy, startService } from '../support/service/service.js';
import { anIdea, makeWebhook, titlesIn, webhookOf } from '../support/make/webhooks.js';

const SETTINGS = { WEBHOOK_ALLOW_PRIVATE: 'true', WEBHOOK_TIMEOUT_MS: '5000' };
const slow: Answer = (_, response) => void setTimeout(() => response.writeHead(200).end('ok'), 30);

// Copies share a database, and the embedded one has room for one process.
const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer('several copies of the service', () => {
  let service: Service;
  let receiver: Receiver;
  beforeEach(async () => {
    service = await startService(SETTINGS);
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await receiver.stop();
    await service.stop();
  });

  const came = (count: number) =>
    eventually(
      () => receiver.received.length >= count,
      () => `${receiver.received.length} of ${count} came`,
    );

  it('deliver in order, one at a time and each thing once, whichever of them it happens through', async () => {
    const copies = [service, await startCopy(service, SETTINGS), await startCopy(service, SETTINGS)];
    receiver.answers = [slow];
    await makeWebhook(service, receiver.url);
    const other = await startReceiver(slow);
    await makeWebhook(service, other.url);
    const idea = await anIdea(service);
    const titles = Array.from({ length: 30 }, (_, number) => `Titel ${number}`);
    for (const [number, title] of titles.entries()) await idea.retitle(title, copies[number % copies.length]);
    await came(titles.length);
    await eventually(
      () => other.received.length >= titles.length,
      () => 'the other receiver lags behind',
    );
    for (const { received, mostAtOnce } of [receiver, other]) {
      expect(titlesIn(received)).toEqual(titles);
      expect(mostAtOnce).toBe(1);
    }
    await other.stop();
    for (const copy of copies.slice(1)) await copy.stop();
  });

  it('let what is under way finish when one of them closes, and the others go on', async () => {
    const copy = await startCopy(service, SETTINGS);
    receiver.answers = [slow];
    const { id } = await makeWebhook(service, receiver.url);
    const idea = await anIdea(service);
    const titles = Array.from({ length: 20 }, (_, number) => `Titel ${number}`);
    for (const title of titles.slice(0, 10)) await idea.retitle(title);
    await came(1);
    await copy.stop();
    for (const title of titles.slice(10)) await idea.retitle(title);
    await came(titles.length);
    expect(titlesIn(receiver.received)).toEqual(titles);
    await eventually(
      async () => (await webhookOf(service, id)).deliveries.every(({ status }: any) => status === 'DELIVERED'),
      () => 'not all are delivered',
    );
    const { deliveries } = await webhookOf(service, id);
    expect(deliveries.map(({ attempts }: any) => attempts)).toEqual(titles.map(() => 1));
  });

  it('take over from one that was killed in the middle, in order and without a loss', async () => {
    const { database, databaseUrl, drop } = await freshDatabase();
    receiver.answers = [accept, hang, accept];
    const killed = await startProcess({ DATABASE_URL: databaseUrl!, SEED: 'none', ...SETTINGS });
    const there = { as: (key?: string | null) => callerOf(killed.url, key ?? null) };
    const { id } = await makeWebhook(there, receiver.url);
    const idea = await anIdea(there);
    for (const title of ['A', 'B', 'C']) await idea.retitle(title);
    await came(2);
    killed.signal('SIGKILL');
    // As if the time had passed after which its turn counts as lost.
    await database.query('update webhook set claimed_until = clock_timestamp() where id = $1', [id]);
    const successor = await startProcess({ DATABASE_URL: databaseUrl!, SEED: 'none', ...SETTINGS });
    await came(4);
    expect(titlesIn(receiver.received)).toEqual(['A', 'B', 'B', 'C']);
    expect(receiver.received[2]!.headers['webhook-id']).toBe(receiver.received[1]!.headers['webhook-id']);
    successor.signal('SIGKILL');
    await database.close();
    await drop();
  });
});
