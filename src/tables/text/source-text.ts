import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Bilingual } from '../../shared/text/wording.js';
import { noText } from './no-text.js';

/** Input that stopped before its end or is no text; the caller turns it into a fault of the row it stopped at. */
export class BrokenInput extends Error {
  constructor(
    readonly reason: Bilingual,
    /** The field of the request that is to blame, where it isn't the content. */
    readonly path: readonly string[] = [],
  ) {
    super(reason.en);
  }
}

const PIECE = 64 * 1024;

/** The input as text in pieces, without a byte-order mark; a file that is no text, such as a workbook, is broken. */
export async function* textOf(input: AsyncIterable<Uint8Array> | string): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of decoded(input)) {
    const reason = isFirst && noText(piece);
    if (reason) throw new BrokenInput(reason);
    isFirst = false;
    yield piece;
  }
}

/** UTF-8 and UTF-16 are seen from the bytes, as is Windows-1252. */
async function* decoded(input: AsyncIterable<Uint8Array> | string): AsyncGenerator<string> {
  if (typeof input === 'string') {
    yield* piecesOf(input.startsWith('\ufeff') ? input.slice(1) : input);
    return;
  }
  const decoder = new Decoder();
  for await (const bytes of unbroken(input)) yield* piecesOf(decoder.decode(bytes));
  yield* piecesOf(decoder.end());
}

function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += PIECE) yield text.slice(start, start + PIECE);
}

/** The bytes of a source; one that breaks off is broken input. */
export async function* unbroken(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* input;
  } catch (error) {
    throw new BrokenInput({
      sv: `Källan bröts innan den var slut: ${messageOf(error)}.`,
      en: `The source broke off before its end: ${messageOf(error)}.`,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Finds the encoding from the first bytes that tell it, and decodes from there. */
class Decoder {
  private decoder: InstanceType<typeof TextDecoder> | null = null;
  private atStart = true;
  /** Bytes that came before the encoding is known: a piece of the input and a few more. */
  private first: Uint8Array<ArrayBufferLike> = new Uint8Array();

  decode(bytes: Uint8Array): string {
    if (this.decoder) return this.decoded(bytes);
    this.first = Buffer.concat([this.first, bytes]);
    if (this.first.length < 4) return '';
    if (!this.atStart && isAscii(this.first)) return this.plainSoFar();
    if (oddAtEnd(this.first)) return '';
    const encoding = this.encoding();
    if (!encoding) return this.plainSoFar();
    return this.from(encoding);
  }

  end(): string {
    if (this.decoder) return this.decoded(undefined);
    return this.from(this.encoding() ?? 'utf-8') + this.decoded(undefined);
  }

  private encoding(): string | null {
    return (this.atStart ? markedEncoding(this.first) : null) ?? encodingOf(this.first);
  }

  private from(encoding: string): string {
    this.decoder = new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' });
    const bytes = this.first;
    this.first = new Uint8Array();
    return this.decoded(bytes);
  }

  /** Pure ASCII reads the same in UTF-8 and Windows-1252, so the choice can wait for a byte that differs. */
  private plainSoFar(): string {
    const text = Buffer.from(this.first).toString('latin1');
    this.first = new Uint8Array();
    this.atStart = false;
    return text;
  }

  private decoded(bytes: Uint8Array | undefined): string {
    try {
      return this.decoder!.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new BrokenInput({
        sv: `Tecknen är inte ${this.decoder!.encoding} hela vägen. Spara filen som UTF-8.`,
        en: `The characters are not ${this.decoder!.encoding} all the way. Save the file as UTF-8.`,
      });
    }
  }
}

/** UTF-16 as the first bytes of the input show it. */
function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // UTF-16 without a byte-order mark: tables and JSON begin with ASCII, whose other byte is zero.
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0) return 'utf-16be';
  return null;
}

/** The encoding that the bytes show, or null while they are plain ASCII. */
function encodingOf(bytes: Uint8Array): string | null {
  const odd = bytes.findIndex(byte => byte >= 0x80);
  if (odd < 0) return null;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Whether the first byte that is not ASCII is among the last three, where its character may be cut off. */
function oddAtEnd(bytes: Uint8Array): boolean {
  const odd = bytes.findIndex(byte => byte >= 0x80);
  return odd >= 0 && odd > bytes.length - 4;
}

/** Whether the bytes are UTF-8; the last character may be cut off. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
