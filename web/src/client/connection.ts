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

/** Whether any answer has come since the page began to ask. */
let answered = false;

function become(state: ConnectionState): void {
  if (connection.read().state !== state) connection.write({ state, since: new Date() });
}

/** The page begins to ask, as somebody or as anyone. */
export function noteBeginning(): void {
  answered = false;
  become('CONNECTING');
}

/** The socket is open. */
export function noteSocket(): void {
  become('LIVE');
}

/** The socket closed or would not open. Where answers come all the same, asking each minute will have to do. */
export function noteNoSocket(): void {
  const { state } = connection.read();
  if (state !== 'POLLING') become(state === 'CONNECTING' && answered ? 'POLLING' : 'LOST');
}

/** There will be no socket: the service refuses the subscription. */
export function noteRefused(): void {
  become('POLLING');
}

/** Milliseconds to hope for a lost socket, before asking each minute counts as the way of things. */
const HOPE = 30_000;

/** An answer came. Without a socket that is how changes are heard of. */
export function noteAnswer(expectsSocket: boolean): void {
  answered = true;
  const { state, since } = connection.read();
  const hopeless = state === 'LOST' && Date.now() - since.getTime() > HOPE;
  if (hopeless || (state !== 'LIVE' && !expectsSocket)) become('POLLING');
}

/** The service could not be reached. */
export function noteUnreachable(): void {
  become('LOST');
}
