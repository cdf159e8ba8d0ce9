import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A whole answer, kept in a temporary file so that memory stays small and a broken answer can be asked for again. */
export interface Spooled {
  /** Tells two answers apart. */
  readonly digest: string;
  /** The bytes, to be read once; the file is gone afterwards. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Lets the file go unread. */
  discard(): Promise<void>;
}

/** Takes in every byte before the first is given out; what breaks on the way is thrown, and leaves no file. */
export async function spool(source: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const path = join(tmpdir(), `kickstart-s3-${process.pid}-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  const discard = async () => {
    await file.close();
    await rm(path, { force: true });
  };
  try {
    const hash = createHash('sha256');
    for await (const bytes of source) {
      hash.update(bytes);
      await file.write(bytes);
    }
    return { digest: hash.digest('hex'), bytes: bytesOf(file, discard), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function* bytesOf(file: FileHandle, discard: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    yield* file.createReadStream({ start: 0, autoClose: false });
  } finally {
    await discard();
  }
}
