import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { eventually } from '../../../support/service/listener.js';
import { metricOf } from '../../../support/service/metrics.js';
import { KEYS, type Service, startService } from '../../../support/service/service.js';
import { Steps } from '../../../support/make/steps.js';

const steps = new Steps();
let service: Service;
beforeAll(async () => (service = await startService({}, steps.around)));
afterAll(() => service.stop());

const QUERY = 'subscription($since: Int) { activity(sinceSequence: $since) { sequence idea { code } } }';
const variables = { since: 0 };

/** What the service holds for those who listen. */
const HELD = ['live_connections', 'live_subscribers', 'live_groups'];
const held = () => Promise.all(HELD.map(name => metricOf(service, name)));

async function expectNothingHeld(): Promise<void> {
  let last: number[] = [];
  await eventually(
    async () => (last = await held()).every(count => count === 0),
    () => `still held: ${HELD.map((name, at) => `${name} ${last[at]}`).join(', ')}`,
  );
}

const aBit = (milliseconds = 30) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

/** How the other side may go: as a browser does, as a machine that crashes, or by saying that it has no more to say. */
const WAYS_TO_GO: readonly [string, string | null, (socket: Socket) => void][] = [
  ['closes', null, socket => socket.destroy()],
  ['resets', KEYS.admin, socket => socket.resetAndDestroy()],
  ['half closes', KEYS.partner, socket => socket.end()],
];

interface Client {
  readonly socket: Socket;
  /** Asks, as far as it is let. */
  ask(): Promise<void>;
}

async function connected(): Promise<Socket> {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise(resolve => socket.once('connect', resolve));
  return socket;
}

const head = (key: string | null, path: string) =>
  `GET ${path} HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n${key ? `authorization: Bearer ${key}\r\n` : ''}\r\n`;
const PATH = `/graphql/stream?query=${encodeURIComponent(QUERY)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;

async function overEvents(key: string | null): Promise<Client> {
  const socket = await connected();
  return { socket, ask: async () => void socket.write(head(key, PATH)) };
}

async function overWebSocket(key: string | null): Promise<Client> {
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('error', () => undefined);
  await new Promise(resolve => socket.once('open', resolve));
  const send = (message: object) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message));
  socket.once('message', () => send({ id: '1', type: 'subscribe', payload: { query: QUERY, variables } }));
  return {
    socket: (socket as unknown as { _socket: Socket })._socket,
    ask: async () => void send({ type: 'connection_init', payload: key ? { authorization: `Bearer ${key}` } : {} }),
  };
}

const KINDS = [
  ['server-sent events', overEvents],
  ['WebSocket', overWebSocket],
] as const;

describe.each(KINDS)('a subscriber by %s', (_kind, by) => {
  it.each(WAYS_TO_GO)(
    'that %s is let go of, before whichever statement that happens (key %s)',
    async (_way, key, go) => {
      let step = 1;
      for (let more = true; more; step += 1) {
        const client = await by(key);
        const gone = async () => {
          go(client.socket);
          await aBit();
        };
        more = await steps.before(step, gone, async () => {
          await client.ask();
          await aBit(150);
        });
        if (!more) await gone();
        await expectNothingHeld();
      }
      expect(step).toBeGreaterThan(4);
    },
  );
});

it.each([1, 20, 60])('holds nothing for a request that ends after %i bytes', async bytes => {
  const socket = await connected();
  socket.write(head(KEYS.admin, PATH).slice(0, bytes));
  await aBit();
  socket.resetAndDestroy();
  await expectNothingHeld();
});

it('holds nothing for streams that are asked for one behind the other on a connection, once that is gone', async () => {
  const socket = await connected();
  socket.write(head(KEYS.admin, PATH).repeat(5));
  await eventually(
    async () => (await metricOf(service, 'live_connections')) === 5,
    () => 'not all were taken',
  );
  socket.resetAndDestroy();
  await expectNothingHeld();
});

it('holds nothing for a reader that never reads, once it is gone', async () => {
  const socket = await connected();
  socket.pause();
  socket.write(head(KEYS.admin, PATH));
  await aBit(200);
  expect(await metricOf(service, 'live_connections')).toBe(1);
  socket.resetAndDestroy();
  await expectNothingHeld();
});

it('holds no subscription whose id was given away while it was still being asked for', async () => {
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await new Promise(resolve => socket.once('open', resolve));
  const send = (message: object) => socket.send(JSON.stringify(message));
  socket.once('message', () => {
    for (let time = 0; time < 5; time += 1) {
      send({ id: '1', type: 'subscribe', payload: { query: QUERY } });
      send({ id: '1', type: 'complete' });
    }
    send({ id: '1', type: 'subscribe', payload: { query: QUERY } });
  });
  send({ type: 'connection_init', payload: { authorization: `Bearer ${KEYS.admin}` } });
  await aBit(300);
  socket.terminate();
  await expectNothingHeld();
});
