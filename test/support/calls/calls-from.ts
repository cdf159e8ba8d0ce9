import { readFileSync } from 'node:fs';
import type { CallDraft, CallRow, DraftRow } from '../../../src/funding-calls/exchange/draft/call-draft.js';
import type { FaultyRow, SkippedRow } from '../../../src/tables/report/read-row.js';
import type { CallFormat } from '../../../src/funding-calls/exchange/call-format.js';
import { readCalls } from '../../../src/funding-calls/exchange/read-calls.js';

const FIXTURES = new URL('../../funding-calls/exchange/fixtures/', import.meta.url);

/** The text of a sample file. */
export function fixture(name: string): string {
  return readFileSync(new URL(name, FIXTURES), 'utf8');
}

/** A sample file as values, to change one thing in it. */

export function parsedFixture(name: string): any {
  return JSON.parse(fixture(name));
}

/** The text as bytes in pieces of a size, as a file or a network gives it. */
export async function* bytesOf(text: string | Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Every row of an input; values are written as JSON first. */
export async function rowsOf(format: CallFormat, input: unknown): Promise<CallRow[]> {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return allOf(readCalls(format, text));
}

export const draftsIn = (rows: readonly CallRow[]) => rows.filter((row): row is DraftRow => 'draft' in row);
export const faultsIn = (rows: readonly CallRow[]) => rows.filter((row): row is FaultyRow => 'faults' in row);
export const skippedIn = (rows: readonly CallRow[]) => rows.filter((row): row is SkippedRow => 'skipped' in row);

/** The draft of an input that has one row. */
export async function draftOf(format: CallFormat, input: unknown): Promise<CallDraft> {
  const rows = await rowsOf(format, input);
  const [row] = rows;
  if (rows.length !== 1 || !row || !('draft' in row)) throw new Error(`Not one draft: ${JSON.stringify(rows)}`);
  return row.draft;
}

/** The English notes of a draft as one text. */
export const notesOf = (draft: CallDraft) => draft.notes.map(note => note.en).join('\n');
