import { createHmac, randomBytes } from 'node:crypto';
import { decrypt, encrypt } from '../shared/program/aes-gcm.js';

/** How the Standard Webhooks specification marks a secret for symmetric signatures. */
const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** Marks a stored secret that is encrypted. */
const SEALED = 'sealed:';

export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** A signature as https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md asks for it. */
export function signature(
  secret: string,
  { id, seconds, body }: { id: string; seconds: number; body: string },
): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/** The secret as it is stored: encrypted with the first key, or as it is when there is none. */
export function sealed(secret: string, [key]: readonly Buffer[]): string {
  if (!key) return secret;
  const { nonce, tag, text } = encrypt(secret, key);
  return SEALED + [nonce, tag, text].map(part => part.toString('base64')).join('.');
}

/** The secret again, by whichever key opens it. */
export function opened(stored: string, keys: readonly Buffer[]): string {
  if (!stored.startsWith(SEALED)) return stored;
  const parts = stored.slice(SEALED.length).split('.');
  const [nonce, tag, text] = parts.map(part => Buffer.from(part, 'base64')) as [Buffer, Buffer, Buffer];
  for (const key of keys) {
    try {
      return decrypt({ nonce, tag, text }, key);
    } catch {
      // Another key then.
    }
  }
  throw new Error('no key of WEBHOOK_SECRET_KEYS opens the secret of a webhook');
}
