import { followed } from './stored';

/** CONNECTING at first; LIVE: changes arrive by themselves; POLLING: asked for each minute; LOST: nothing comes through. */
export type ConnectionState = 'CONNECTING' | 'LIVE' | 'POLLING' | 'LOST';

export interface Connection {
  state: ConnectionState;
  /** Since when it has been so. */
  since: Date;
}

/** How the page hears of changes. */
export const connection = followed<Connection>({ state: 'CONNECTING', since: new Date() });

/** What has been seen since the page began to ask: an answer, a socket that would not open. */
let seen = { answer: false, noSocket: false };

function become(state: ConnectionState): void {
  if (connection.read().state !== state) connection.write({ state, since: new Date() });
}

/** Answers come, and no socket will bring the changes: asking each minute will have to do. */
function settle(): void {
  if (connection.read().state === 'CONNECTING' && seen.answer && seen.noSocket) become('POLLING');
}

/** The page begins to ask. */
export function noteBeginning(): void {
  seen = { answer: false, noSocket: false };
  become('CONNECTING');
}

/** The socket is open. */
export function noteSocket(): void {
  become('LIVE');
}

/** The socket closed, or would not open, which alone says nothing of whether the service can be reached. */
export function noteNoSocket(): void {
  seen.noSocket = true;
  if (connection.read().state === 'LIVE') become('LOST');
  settle();
}

/** There will be no socket: the service refuses the subscription. */
export function noteRefused(): void {
  become('POLLING');
}

/** Milliseconds to hope for a lost socket, before asking each minute counts as the way of things. */
const HOPE = 30_000;

/** An answer came. To a question from before the connection was lost it says nothing of the connection now. */
export function noteAnswer(askedAt: number): void {
  seen.answer = true;
  const { state, since } = connection.read();
  if (state === 'LOST' && askedAt < since.getTime()) return;
  const hopeless = Date.now() - since.getTime() > HOPE;
  if (state === 'LOST' && hopeless) become('POLLING');
  settle();
}

/** The service could not be reached. */
export function noteUnreachable(): void {
  become('LOST');
}
