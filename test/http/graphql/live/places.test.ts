import { WebSocket } from 'ws';
import {
  aMoment,
  eventually,
  listen,
  listenBySse,
  type Listener,
  listening,
} from '../../../support/service/listener.js';
import { metricOf } from '../../../support/service/metrics.js';
import { callerOf, KEYS, type Service, startBeside, startService } from '../../../support/service/service.js';

let service: Service;
const [beside, open]: [Service[], Listener[]] = [[], []];
beforeAll(async () => (service = await startService()));
afterEach(async () => {
  await Promise.all(open.splice(0).map(listener => listener.stop()));
  await Promise.all(beside.splice(0).map(each => each.stop()));
});
afterAll(() => service.stop());

const QUERY = 'subscription($since: Int) { activity(sinceSequence: $since) { sequence } }';

async function withSettings(settings: NodeJS.ProcessEnv): Promise<Service> {
  const started = await startBeside(service, settings);
  beside.push(started);
  return started;
}

async function hear(where: Service, key: string | null, how = listen): Promise<Listener> {
  const listener = how(where, key, QUERY);
  open.push(listener);
  return listener;
}

const TOO_MANY = 4429;

/** Asks by server-sent events, as a request. */
async function refusalOf(where: Service, key: string | null): Promise<[number, string, string | null]> {
  const response = await fetch(`${where.url}/graphql/stream?query=${encodeURIComponent(QUERY)}`, {
    headers: { accept: 'application/json, */*', ...(key && { authorization: `Bearer ${key}` }) },
  });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, errors[0]!.extensions.code, response.headers.get('retry-after')];
}

it('an address without a key has so many places, by whatever protocol, and keys from there have their own', async () => {
  const few = await withSettings({ MAX_LIVE_PER_ADDRESS: '2' });
  await hear(few, null);
  await hear(few, null, listenBySse);
  await listening(few, 2);
  expect(await (await hear(few, null)).ended).toEqual({ code: TOO_MANY });
  expect(await refusalOf(few, null)).toEqual([429, 'TOO_MANY_CONNECTIONS', '30']);
  await hear(few, KEYS.partner);
  await listening(few, 3);
});

it('connections that have not said who they are have a limit of their own', async () => {
  const few = await withSettings({ MAX_LIVE_PER_ADDRESS: '2' });
  const connect = async () => {
    const socket = new WebSocket(`${few.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise(resolve => socket.once('open', resolve));
    return socket;
  };
  const [one, other, third] = [await connect(), await connect(), await connect()];
  expect(await new Promise(resolve => third.once('close', resolve))).toBe(TOO_MANY);
  one.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${KEYS.admin}` } }));
  await new Promise(resolve => one.once('message', resolve));
  await hear(few, KEYS.partner);
  await listening(few, 1);
  for (const socket of [one, other]) socket.terminate();
  await listening(few, 1);
});

it('a key has so many places, and others have theirs', async () => {
  const few = await withSettings({ MAX_LIVE_PER_KEY: '1' });
  await hear(few, KEYS.partner);
  await listening(few, 1);
  expect(await (await hear(few, KEYS.partner)).ended).toEqual({ code: TOO_MANY });
  expect(await refusalOf(few, KEYS.partner)).toEqual([429, 'TOO_MANY_CONNECTIONS', '30']);
  await hear(few, KEYS.admin);
  await listening(few, 2);
});

it('callers without a key never take the last places, whatever is set for them', async () => {
  const few = await withSettings({ MAX_LIVE_CONNECTIONS: '3', MAX_LIVE_ANONYMOUS: '3' });
  await hear(few, null);
  await hear(few, null, listenBySse);
  await listening(few, 2);
  expect(await refusalOf(few, null)).toEqual([503, 'TOO_MANY_CONNECTIONS', '30']);
  await hear(few, KEYS.partner);
  await listening(few, 3);
  expect(await refusalOf(few, KEYS.admin)).toEqual([503, 'TOO_MANY_CONNECTIONS', '30']);
});

it('what the subscriptions of a caller ask is bounded, so that nobody fills the memory with it', async () => {
  const few = await withSettings({ MAX_LIVE_PER_ADDRESS: '2' });
  const long = (key: string | null, characters: number) => {
    const listener = listen(few, key, `${QUERY} #${'x'.repeat(characters)}`);
    open.push(listener);
    return listener;
  };
  const { errors } = await long(null, 20_000).ended;
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('20000 characters'),
    extensions: { code: 'TOO_MANY_CONNECTIONS' },
  });
  await listening(few, 0);
  await Promise.all(open.splice(0).map(listener => listener.stop()));
  await eventually(
    async () => (await metricOf(few, 'live_connections')) === 0,
    () => 'its place is not given back',
  );
  long(null, 19_000);
  long(KEYS.partner, 20_000);
  await listening(few, 2);
});

it('a place that is given back can be taken again', async () => {
  const few = await withSettings({ MAX_LIVE_PER_ADDRESS: '1' });
  for (const how of [listen, listenBySse, listen, listenBySse]) {
    const listener = await hear(few, null, how);
    await listening(few, 1);
    await listener.stop();
    await listening(few, 0);
  }
  expect(await metricOf(few, 'live_connections')).toBe(0);
});

it.each([
  ['WebSocket', listen],
  ['server-sent events', listenBySse],
])('what is replayed by %s costs points as it comes; without any left it waits', async (_kind, how) => {
  const points = 40;
  const frugal = await withSettings({ RATE_PER_KEY: String(points) });
  const listener = how(frugal, KEYS.admin, QUERY, { since: 0 });
  open.push(listener);
  await eventually(
    async () => (await metricOf(frugal, 'live_subscribers_waiting')) === 1,
    () => 'it does not wait',
  );
  await aMoment();
  expect(listener.events.length).toBeGreaterThan(10);
  expect(listener.events.length).toBeLessThan(points);
  // What is left is less than the next events cost, which are a tenth of the points at most.
  const codes: unknown[] = [];
  for (let asked = 0; asked < points / 10; asked += 1) {
    const { errors } = await callerOf(frugal.url, KEYS.admin).ask('{ viewer { name } }');
    codes.push(errors?.[0]?.extensions.code);
  }
  expect(codes.at(-1)).toBe('RATE_LIMITED');
});
