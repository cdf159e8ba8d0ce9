import { unhurried } from '../../imports/unhurried.js';
import type { CallFormat } from './call-format.js';
import type { CallRow } from './draft/call-draft.js';
import { mergeRows } from './draft/merge-rows.js';
import { readCalls } from './read-calls.js';
import { contentOf } from '../../imports/given-content.js';

interface GivenFile {
  readonly format: CallFormat;
  readonly content?: string | null;
  readonly contentBase64?: string | null;
}

/**
 * Reads a file that was given in a request, and lets others have their turn meanwhile. It is read before any transaction
 * begins: the database takes long silence in one for a copy that has died, and ends it.
 */
export async function givenRows(file: GivenFile): Promise<readonly CallRow[]> {
  const rows: CallRow[] = [];
  for await (const row of mergeRows(file.format, unhurried(readCalls(file.format, contentOf(file))))) rows.push(row);
  return rows;
}
