import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** A text encrypted by AES-256-GCM, with what beside the key it takes to decrypt it. */
export interface Encrypted {
  readonly nonce: Buffer;
  readonly text: Buffer;
  /** Proves that neither the text nor the nonce was altered. */
  readonly tag: Buffer;
}

export function encrypt(text: string, key: Buffer): Encrypted {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { nonce, text: encrypted, tag: cipher.getAuthTag() };
}

/** The text again. Throws where the key is another one, or anything was altered. */
export function decrypt({ nonce, text, tag }: Encrypted, key: Buffer): string {
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
