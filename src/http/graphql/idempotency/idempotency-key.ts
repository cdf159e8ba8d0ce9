import { createHmac, hash, hkdfSync } from 'node:crypto';
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from '../../../shared/program/aes-gcm.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { Untyped } from '../../../shared/untyped.js';

/** So long that what is encrypted with it cannot be guessed open; a UUID has 36 characters. */
const FORM = /^[\x21-\x7e]{16,255}$/;

/** A key that somebody has put on a request, so that it may be sent again. It is known to its sender alone. */
export class IdempotencyKey {
  private readonly secret: Buffer;

  private constructor(
    readonly caller: string,
    private readonly text: string,
  ) {
    this.secret = Buffer.from(hkdfSync('sha256', text, caller, 'idempotent answer', 32));
  }

  /** The key in the header, with or without quotation marks. Refuses what is no key. */
  static from(header: string, caller: string): IdempotencyKey {
    const text = /^"(.*)"$/.exec(header)?.[1] ?? header;
    if (FORM.test(text)) return new IdempotencyKey(caller, text);
    const message =
      'Idempotency-Key must have 16 to 255 visible ASCII characters, such as a new UUID for each operation.';
    throw new HttpRefusal(400, 'IDEMPOTENCY_KEY_INVALID', message);
  }

  get hash(): string {
    return hash('sha256', this.text);
  }

  /** Tells two requests apart without telling what they are. */
  fingerprintOf(request: unknown): string {
    return createHmac('sha256', this.secret).update(JSON.stringify(request)).digest('hex');
  }

  seal(value: unknown): string {
    const { nonce, text, tag } = encrypt(JSON.stringify(value), this.secret);
    return Buffer.concat([nonce, text, tag]).toString('base64');
  }

  open(sealed: string): Untyped {
    const bytes = Buffer.from(sealed, 'base64');
    const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(-TAG_BYTES)];
    return JSON.parse(decrypt({ nonce, text: bytes.subarray(NONCE_BYTES, -TAG_BYTES), tag }, this.secret));
  }
}
