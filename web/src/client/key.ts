import { followed, store, stored } from './stored';

const NAME = 'api-key';
const session = () => sessionStorage;
const device = () => localStorage;

/** The API key or access token that requests carry; null while nobody is signed in. */
export const key = followed(stored(session, NAME) ?? stored(device, NAME));

/** Keeps the key until the tab closes, or on the device until signing out. */
export function signIn(secret: string, keep: 'SESSION' | 'DEVICE'): void {
  store(keep === 'DEVICE' ? device : session, NAME, secret);
  turnedAway.write(false);
  key.write(secret);
}

/** Whether the service has turned the key away, so that the page can say why nobody is signed in. */
export const turnedAway = followed(false);

/** Forgets a key that the service no longer knows. */
export function turnAway(): void {
  signOut();
  turnedAway.write(true);
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
