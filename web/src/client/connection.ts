import { followed } from './stored';

/** CONNECTING at first; LIVE: changes arrive by themselves; POLLING: asked for each minute; LOST: nothing comes through. */
export type ConnectionState = 'CONNECTING' | 'LIVE' | 'POLLING' | 'LOST';

export interface Connection {
  state: ConnectionState;
  /** When the last answer or change came. */
  since: Date;
}

/** How the page hears of changes. */
export const connection = followed<Connection>({ state: 'CONNECTING', since: new Date() });

/** Notes that the state is now another; the same state again changes nothing. */
export function noteConnection(state: ConnectionState): void {
  if (connection.read().state !== state) connection.write({ state, since: new Date() });
}
