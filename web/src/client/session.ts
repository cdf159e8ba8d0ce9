import { followed, useFollowed } from './stored';

/**
 * Who lets the browser in is a cookie that no script reads. Beside it the service sets a mark that scripts do read:
 * alike for one and the same caller, it tells neither who that is nor anything that lets in.
 */
const MARK = window.location.protocol === 'https:' ? '__Host-ks3_signed_in' : 'ks3_signed_in';

function markNow(): string | null {
  const found = document.cookie.split('; ').find(each => each.startsWith(`${MARK}=`));
  return found?.slice(MARK.length + 1) || null;
}

/** Whose pages these are, by the mark; null while nobody is signed in. */
export const who = followed(markNow());

/** Whether the pages are those of somebody who is signed in. */
export function useSignedIn(): boolean {
  return useFollowed(who) !== null;
}

/** Whether their sign-in has ended: the pages stand as they are until one signs in again, or goes on without. */
export const ended = followed(false);

/** Why the service lets nobody in with a key or token. */
export type Refusal = 'UNKNOWN' | 'FEED_TOKEN' | 'NO_ROLE' | 'UNREACHABLE' | 'MISPLACED';

/** Why nobody is signed in, or still somebody, so that the page can say so. */
export const outside = followed<Refusal | 'NOT_FINISHED' | 'NOT_SIGNED_OUT' | null>(null);

/** The other tabs of this browser, which share the cookie. */
const tabs = new BroadcastChannel('sign-in');
tabs.onmessage = follow;

/** How often these have become somebody's pages: what was turned away before says nothing of the sign-in after. */
let follows = 0;

/** Makes these the pages of whoever the browser is signed in as now. */
function follow(): void {
  follows += 1;
  outside.write(null);
  const mark = markNow();
  // The same caller goes on where it was.
  if (mark === who.read()) return ended.write(false);
  who.write(mark);
  ended.write(false);
}

function tellAll(): void {
  follow();
  tabs.postMessage('changed');
}

/**
 * Notes that the service turned away what was asked as the caller with the mark: the sign-in has ended, or another has
 * taken its place. Late news of a caller whose pages these are no longer says nothing of the one whose they are.
 */
export function noteTurnedAway(mark: string | null): void {
  if (mark !== who.read()) return;
  if (isReplaced(mark)) return follow();
  // A sign-in that takes the place of another ends it first: its cookie is still on its way.
  const before = follows;
  if (mark !== null) window.setTimeout(() => follows === before && awaitReplaced(mark), REPLACED_WITHIN_MS);
}

const REPLACED_WITHIN_MS = 300;

/** Says that the sign-in has ended, until another has taken its place. */
function awaitReplaced(mark: string): void {
  if (mark !== who.read() || ended.read()) return;
  if (isReplaced(mark)) return follow();
  ended.write(true);
  const looking = window.setInterval(() => {
    if (isReplaced(mark)) follow();
    if (!ended.read()) window.clearInterval(looking);
  }, REPLACED_WITHIN_MS);
}

function isReplaced(mark: string | null): boolean {
  const now = markNow();
  return now !== null && now !== mark;
}

/** Goes on as nobody after a sign-in has ended; the browser may still keep the cookie, which is refused. */
export async function goOnSignedOut(): Promise<void> {
  await forgetCookie();
  who.write(markNow());
  ended.write(false);
}

const forgetCookie = () => fetch('/session', { method: 'DELETE' }).catch(() => null);

const REFUSED = { errors: [{ message: 'Somebody else is signed in.', extensions: { code: 'UNAUTHENTICATED' } }] };

/** Asks as one caller alone: not as whoever has signed in since in another tab, nor as nobody once the cookie is gone. */
export function fetchAs(mark: string | null): typeof fetch {
  return (...request) => {
    if (markNow() === mark) return fetch(...request);
    noteTurnedAway(mark);
    return Promise.resolve(Response.json(REFUSED, { status: 401 }));
  };
}

interface Entry {
  name?: string;
  errors?: { extensions?: { code?: string } }[];
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  NO_ROLE: 'NO_ROLE',
  FEED_TOKEN: 'FEED_TOKEN',
  CROSS_ORIGIN: 'MISPLACED',
  SIGN_IN_UNAVAILABLE: 'UNREACHABLE',
  UNAVAILABLE: 'UNREACHABLE',
};

/** Trades a key or token for a session, in all tabs, and forgets it; gives its name, or why nobody comes in with it. */
export async function signIn(
  secret: string,
  keep: 'SESSION' | 'DEVICE',
): Promise<{ name: string; refusal?: never } | { name?: never; refusal: Refusal }> {
  const body = JSON.stringify({ remember: keep === 'DEVICE' });
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const entry = await fetch('/session', { method: 'POST', headers, body }).then(
    response => response.json() as Promise<Entry>,
    () => null,
  );
  if (!entry) return { refusal: 'UNREACHABLE' };
  if (entry.name === undefined) return { refusal: REFUSALS[entry.errors?.[0]?.extensions?.code ?? ''] ?? 'UNKNOWN' };
  tellAll();
  return { name: entry.name };
}

/** Ends the session, in all tabs. Only the service can: where it isn't reached one is told so. */
export async function signOut(): Promise<void> {
  if ((await forgetCookie())?.ok) tellAll();
  else outside.write('NOT_SIGNED_OUT');
}
