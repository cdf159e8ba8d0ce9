import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { codeIn, type Target } from './load.js';

/** A bare connection to the service. */
export async function open({ origin }: Pick<Target, 'origin'>): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('error', () => undefined);
  return socket;
}

/** Sends exactly these characters, and says with which status that was answered. */
export async function send(target: Target, text: string): Promise<string> {
  const socket = await open(target);
  let answer = '';
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  socket.write(text);
  await Promise.race([new Promise(resolve => socket.once('close', resolve)), pause(60_000, null, { ref: false })]);
  socket.destroy();
  const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'no answer';
  return [status, codeIn(answer)].join(' ').trim();
}

const WAYS_TO_GO: readonly [string, (socket: Socket) => void][] = [
  ['closed', socket => socket.destroy()],
  ['reset', socket => socket.resetAndDestroy()],
  [
    'half closed',
    socket => {
      socket.end();
      setTimeout(() => socket.destroy(), 5_000).unref();
    },
  ],
];

/** Goes, in whichever way. */
export function leave({ chance }: Target, socket: Socket): string {
  const [name, go] = chance.of(WAYS_TO_GO);
  go(socket);
  return name;
}
