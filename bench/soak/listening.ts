import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Load, Target } from './load.js';
import { leave, open } from './sockets.js';

const SUBSCRIPTIONS = [
  'subscription($since: Int) { activity(sinceSequence: $since) { sequence kind idea { code title } } }',
  'subscription($since: Int) { ideasChanged(sinceSequence: $since) { code title readiness { ready } } }',
  'subscription($since: Int) { ideasChanged(sinceSequence: $since) { code callMatches(first: 3) { score } } }',
  'subscription { fundingCallPublished { identifier } }',
  'subscription {',
];

const asked = ({ chance, head }: Target) => ({
  query: chance.of(SUBSCRIPTIONS),
  variables: chance.next() < 0.3 ? { since: Math.max(0, head - chance.below(chance.of([10, 100, 1_000]))) } : {},
});

function streamRequest(target: Target): string {
  const { query, variables } = asked(target);
  const path = `/graphql/stream?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
  const key = target.chance.of([null, target.keys.ADMIN, target.keys.INTEGRATOR]);
  return `GET ${path} HTTP/1.1\r\nhost: x\r\n${key ? `authorization: Bearer ${key}\r\n` : ''}accept: text/event-stream\r\n\r\n`;
}

/** Goes after so many bytes, or so many milliseconds, or once something has come; some never read at all. */
export const streams: Load = {
  name: 'server-sent events, broken off at any step',
  atOnce: 6,
  restMs: 20,
  async run(target) {
    const { chance } = target;
    const socket = await open(target);
    const text = streamRequest(target).repeat(chance.of([1, 1, 1, 5]));
    const step = chance.of(['bytes', 'moment', 'begun', 'later'] as const);
    if (step === 'begun' || step === 'later') socket.resume();
    socket.write(step === 'bytes' ? text.slice(0, chance.below(text.length)) : text);
    if (step === 'moment') await pause(chance.below(40));
    if (step === 'begun') await Promise.race([new Promise(resolve => socket.once('data', resolve)), pause(5_000)]);
    if (step === 'later') await pause(chance.below(5_000));
    return `${step}: ${leave(target, socket)}`;
  },
};

const GARBAGE = [
  '',
  '{',
  '{"type":"nonsense"}',
  '{"type":"complete","id":"1"}',
  '{"type":"connection_init"}',
  'x'.repeat(200_000),
];

const socketOf = (socket: WebSocket) => (socket as unknown as { _socket: Socket })._socket;

async function opened({ origin }: Target): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('error', () => undefined);
  return socket;
}

/** The same over WebSocket, with messages that are no messages and identifiers that are given away at once. */
export const sockets: Load = {
  name: 'WebSockets, broken off at any step',
  atOnce: 6,
  restMs: 20,
  async run(target) {
    const { chance, keys } = target;
    const socket = await opened(target);
    const tell = (message: object | string) => {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    };
    const key = chance.of([null, keys.ADMIN, keys.INTEGRATOR, 'ks3_wrong']);
    const steps: (() => Promise<void> | void)[] = [
      () => tell({ type: 'connection_init', payload: key ? { authorization: `Bearer ${key}` } : {} }),
      () => pause(chance.below(60)),
      () => {
        for (let count = chance.below(60); count > 0; count -= 1)
          tell({ type: 'subscribe', id: String(chance.below(40)), payload: asked(target) });
      },
      () => (chance.next() < 0.3 ? tell(chance.of(GARBAGE)) : undefined),
      () => (chance.next() < 0.3 ? tell({ type: 'complete', id: String(chance.below(40)) }) : undefined),
      () => pause(chance.below(chance.of([50, 5_000]))),
    ];
    const last = chance.below(steps.length + 1);
    for (const step of steps.slice(0, last)) await step();
    return `after ${last} steps: ${leave(target, socketOf(socket))}`;
  },
};

/** Somebody who listens as one ought to, for a while. */
export const listeners: Load = {
  name: 'ordinary listeners',
  atOnce: 4,
  restMs: 1_000,
  async run(target) {
    const socket = await opened(target);
    let [told, code] = [0, 0];
    socket.on('message', (data: Buffer) => (told += data.includes('"type":"next"') ? 1 : 0));
    socket.on('close', closedWith => (code = closedWith));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${target.keys.ADMIN}` } }));
    await new Promise(resolve => socket.once('message', resolve));
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: SUBSCRIPTIONS[0] } }));
    await pause(15_000);
    socket.close();
    if (code !== 0) return `closed with ${code}`;
    return told > 0 ? 'told of changes' : 'told of nothing';
  },
};
