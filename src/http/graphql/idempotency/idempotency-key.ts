import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto';
import { HttpRefusal } from '../../refusals/refusal.js';

/** So long that what is encrypted with it cannot be guessed open; a UUID has 36 characters. */
const FORM = /^[\x21-\x7e]{16,255}$/;
const CIPHER = 'aes-256-gcm';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** A key that somebody has put on a request, so that it may be sent again. It is known to its sender alone. */
export class IdempotencyKey {
  private readonly secret: Buffer;

  private constructor(
    readonly asker: string,
    private readonly text: string,
  ) {
    this.secret = Buffer.from(hkdfSync('sha256', text, asker, 'idempotent answer', 32));
  }

  /** The key in the header, with or without quotation marks. Refuses what is no key. */
  static from(header: string, asker: string): IdempotencyKey {
    const text = /^"(.*)"$/.exec(header)?.[1] ?? header;
    if (FORM.test(text)) return new IdempotencyKey(asker, text);
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
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.secret, nonce);
    const sealed = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()];
    return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64');
  }

  open(sealed: string): any {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(CIPHER, this.secret, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return JSON.parse(Buffer.concat(text).toString('utf8'));
  }
}
