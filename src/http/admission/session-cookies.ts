import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** What lets in, which no script reads; and a mark that says to our pages who is signed in, without telling who. */
const NAMES = { secret: 'ks3_session', mark: 'ks3_signed_in' } as const;

/** Over TLS a browser keeps such a name for cookies that this very host has set. https://www.rfc-editor.org/rfc/rfc6265#section-4.1 */
const HOST_ONLY = '__Host-';

const SECRET = /^[\w-]{43}$/;

/**
 * A name and its value. Only spaces and tabs around them are none of theirs: a browser takes other blanks for a part of
 * the name, and so does not hold it to what its beginning promises. https://www.rfc-editor.org/rfc/rfc6265#section-5.2
 */
const PAIR = /^[ \t]*([^=]*?)[ \t]*=[ \t]*(.*?)[ \t]*$/;

/** Never sent with what another site asks for; pages that one comes to by a link ask for what they show themselves. */
const ALWAYS = 'Path=/; SameSite=Strict';

type Connection = Pick<FastifyRequest, 'protocol'>;

/** What the session cookie holds; undefined without one. More than one, or what is no secret, is one that doesn't work. */
export function secretIn({ headers, protocol }: Pick<FastifyRequest, 'headers' | 'protocol'>): string | undefined {
  const name = nameOf('secret', { protocol });
  const found = (headers.cookie ?? '').split(';').flatMap(pair => {
    const [, key, value = ''] = PAIR.exec(pair) ?? [];
    return key === name ? [value] : [];
  });
  if (found.length === 0) return undefined;
  const [secret = ''] = found;
  return found.length === 1 && SECRET.test(secret) ? secret : '';
}

interface Kept {
  readonly secret: string;
  /** Tells callers apart, and says no more. */
  readonly callerId: string;
  /** Seconds for which the browser keeps it; without them until it is closed. */
  readonly seconds: number | null;
}

/** The cookies of a session that has begun. */
export function cookiesOf({ secret, callerId, seconds }: Kept, connection: Connection): string[] {
  const mark = hash('sha256', `mark of ${callerId}`, 'base64url').slice(0, 16);
  const age = seconds === null ? '' : `; Max-Age=${seconds}`;
  return [cookie('secret', secret, connection) + age, cookie('mark', mark, connection) + age];
}

/** Makes the browser forget them. */
export function endedCookies(connection: Connection): string[] {
  return (['secret', 'mark'] as const).map(kind => `${cookie(kind, '', connection)}; Max-Age=0`);
}

function cookie(kind: keyof typeof NAMES, value: string, connection: Connection): string {
  const secure = connection.protocol === 'https' ? '; Secure' : '';
  const hidden = kind === 'secret' ? '; HttpOnly' : '';
  return `${nameOf(kind, connection)}=${value}; ${ALWAYS}${hidden}${secure}`;
}

function nameOf(kind: keyof typeof NAMES, { protocol }: Connection): string {
  return `${protocol === 'https' ? HOST_ONLY : ''}${NAMES[kind]}`;
}
