import { followed, store, stored } from './stored';

const NAME = 'api-key';
const session = () => sessionStorage;
const device = () => localStorage;

/** The API key or access token that requests carry; null while nobody is signed in. */
export const key = followed(stored(session, NAME) ?? stored(device, NAME));

/** Keeps the key until the tab closes, or on the device until signing out. */
export function signIn(secret: string, keep: 'SESSION' | 'DEVICE'): void {
  store(keep === 'DEVICE' ? device : session, NAME, secret);
  outside.write(null);
  key.write(secret);
}

/** Why the service lets nobody in with a key or token. */
export type Refusal = 'UNKNOWN' | 'FEED_TOKEN' | 'NO_ROLE' | 'UNREACHABLE';

/** Why nobody is signed in although somebody was, or meant to be, so that the page can say so. */
export const outside = followed<Refusal | 'TURNED_AWAY' | 'NOT_FINISHED' | null>(null);

/** Forgets a key that the service lets nobody in with any more. */
export function turnAway(): void {
  signOut();
  outside.write('TURNED_AWAY');
}

/** Forgets the key everywhere. */
export function signOut(): void {
  store(session, NAME, null);
  store(device, NAME, null);
  key.write(null);
}

/** The header, and the socket's parameter, that carry the key. */
export function credentials(secret: string | null): { authorization?: string } {
  return secret ? { authorization: `Bearer ${secret}` } : {};
}
