import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { BrokenInput } from '../text/source-text.js';
import { brokenWorkbook, ENCRYPTED, TOO_LARGE } from './workbook-faults.js';
import { WORKBOOK_LIMITS } from './workbook-limits.js';

/** A part of an archive as its directory tells of it (PKWARE APPNOTE 6.3.10, 4.3.12). */
interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** The longest comment after the directory, and the directory's own end. */
const LONGEST_END = 65_535 + 22;

/** So many bytes are unpacked at a time. */
const PIECE = 64 * 1024;

/** A zip archive whose directory has been held against the limits: nothing is unpacked before it is asked for. */
export class Zip {
  private readonly entries: ReadonlyMap<string, Entry>;

  constructor(private readonly bytes: Buffer) {
    const end = endOf(bytes);
    const count = bytes.readUInt16LE(end + 10);
    if (count > WORKBOOK_LIMITS.entries) throw new BrokenInput(TOO_LARGE);
    this.entries = within(() => entriesFrom(bytes, bytes.readUInt32LE(end + 16), count));
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Unpacks one part, at most so many bytes; one that is not what the directory says of it is broken. */
  async *read(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new BrokenInput(brokenWorkbook(name));
    if (entry.size > most || isBomb(entry)) throw new BrokenInput(TOO_LARGE);
    let [crc, size] = [0, 0];
    try {
      for await (const piece of this.unpacked(entry)) {
        crc = crc32(piece, crc);
        size += piece.length;
        if (size > entry.size) break;
        yield piece;
      }
    } catch (error) {
      if (error instanceof BrokenInput) throw error;
      throw new BrokenInput(brokenWorkbook(name));
    }
    if (size !== entry.size || crc !== entry.crc) throw new BrokenInput(brokenWorkbook(name));
  }

  private unpacked(entry: Entry): AsyncIterable<Buffer> {
    const packed = Readable.from(piecesOf(this.packed(entry)));
    if (entry.method === 0) return packed;
    const unpacked = createInflateRaw({ chunkSize: PIECE });
    // What goes wrong, whoever reads it is told.
    pipeline(packed, unpacked, () => undefined);
    return unpacked;
  }

  private packed({ at, packed }: Entry): Buffer {
    return within(() => {
      if (this.bytes.readUInt32LE(at) !== LOCAL_HEADER) throw new RangeError();
      const begin = at + 30 + this.bytes.readUInt16LE(at + 26) + this.bytes.readUInt16LE(at + 28);
      if (begin + packed > this.bytes.length) throw new RangeError();
      return this.bytes.subarray(begin, begin + packed);
    });
  }
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_END); at -= 1)
    if (bytes.readUInt32LE(at) === DIRECTORY_END) return at;
  throw new BrokenInput(brokenWorkbook());
}

function entriesFrom(bytes: Buffer, start: number, count: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = start;
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError();
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new BrokenInput(ENCRYPTED);
    const [name, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    // Programs take names in any letters, and some write backslashes.
    const key = bytes
      .toString('utf8', at + 46, at + 46 + name)
      .replaceAll('\\', '/')
      .toLowerCase();
    if (entries.has(key)) throw new RangeError();
    entries.set(key, entryAt(bytes, at));
    at += 46 + name + extra + comment;
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number): Entry {
  const method = bytes.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new RangeError();
  const [crc, packed, size] = [16, 20, 24].map(offset => bytes.readUInt32LE(at + offset)) as [number, number, number];
  return { method, crc, packed, size, at: bytes.readUInt32LE(at + 42) };
}

/** Tables of few different values are packed some fifty times; a bomb up to a thousand times. */
function isBomb({ packed, size }: Entry): boolean {
  return size > WORKBOOK_LIMITS.unsuspected && size > packed * WORKBOOK_LIMITS.ratio;
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

/** What stands outside the file, or is not what it should be, means that the archive is broken. */
function within<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if ((error as Error).name === 'RangeError') throw new BrokenInput(brokenWorkbook());
    throw error;
  }
}
