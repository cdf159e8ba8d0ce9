import { isDeepStrictEqual } from 'node:util';
import type { Localized } from '../../shared/localized-text.js';
import { fault } from '../../shared/refuse.js';
import type { CallDraft, CallRow, DraftRow } from './call-draft.js';

/**
 * Makes one row of the rows that are the same call (same system and id there): the richest one counts, with Swedish
 * and English texts from whichever row has them. Other rows pass at once; the drafts come when the input ends, in the
 * order in which they were first seen. Memory is that of the drafts.
 */
export async function* mergeRows(rows: AsyncIterable<CallRow>): AsyncGenerator<CallRow> {
  const calls = new Map<string, DraftRow>();
  for await (const row of rows) {
    if (!('draft' in row)) {
      yield row;
      continue;
    }
    const { system, externalId } = row.draft.source;
    const key = `${system} ${externalId}`;
    const before = calls.get(key);
    const clash = before && clashOf(before, row);
    if (clash) yield clash;
    else calls.set(key, before ? merged(before, row) : row);
  }
  yield* calls.values();
}

/** Two rows with one identifier that cannot be one call: another funder's, or a table's row that says something else. */
function clashOf(before: DraftRow, { row, draft }: DraftRow): CallRow | null {
  const same = before.draft.funder === draft.funder && (draft.source.system !== 'CSV' || sameCall(before.draft, draft));
  if (same) return null;
  const told = {
    sv: `Rad ${before.row} har samma identifierare och säger något annat.`,
    en: `Row ${before.row} has the same identifier and says something else.`,
  };
  return { row, identifier: draft.identifier, faults: [fault('ALREADY_EXISTS', ['identifier'], told)] };
}

function sameCall(one: CallDraft, other: CallDraft): boolean {
  return isDeepStrictEqual({ ...one, notes: [] }, { ...other, notes: [] });
}

function merged(one: DraftRow, other: DraftRow): DraftRow {
  const [main, more] = richness(other.draft) > richness(one.draft) ? [other, one] : [one, other];
  const pair = [main.draft, more.draft];
  const summaries = pair.filter(draft => draft.summary !== undefined);
  const draft: CallDraft = {
    ...more.draft,
    ...main.draft,
    title: textIn(pair, ({ title }) => title)!,
    ...(summaries.length === 0 ? {} : { summary: textIn(pair, ({ summary }) => summary)! }),
    source: main.draft.source,
    notes: notesOf(main, more),
  };
  const language = bestLanguage(pair);
  return { row: main.row, draft: language === undefined ? draft : { ...draft, language }, fields: main.fields };
}

/** How much a draft tells: its fields, and then the length of its texts. */
function richness({ summary, ...draft }: CallDraft): number {
  const filled = Object.values(draft).filter(value => value != null && (!Array.isArray(value) || value.length > 0));
  return filled.length * 100_000 + (summary?.sv.length ?? 0) + (summary?.en?.length ?? 0);
}

/** Swedish from the Swedish row, English from the English one; what no row has stands in the best language there is. */
function textIn(
  drafts: readonly CallDraft[],
  text: (draft: CallDraft) => Localized | undefined,
): Localized | undefined {
  const inOrder = [...drafts].sort((a, b) => rank(a) - rank(b));
  const best = inOrder.find(draft => text(draft) !== undefined);
  if (!best) return undefined;
  const english = inOrder.map(draft => (draft.language === 'sv' ? undefined : text(draft)?.en)).find(Boolean);
  const { sv, en } = text(best)!;
  return english || en ? { sv, en: en ?? english! } : { sv };
}

/** The place of a row's language: a row without one has texts in both. */
function rank({ language }: CallDraft): number {
  if (language === undefined || language === 'sv') return 0;
  return language === 'en' ? 1 : 2;
}

function bestLanguage(drafts: readonly CallDraft[]): string | undefined {
  return [...drafts].sort((a, b) => rank(a) - rank(b))[0]?.language;
}

function notesOf(main: DraftRow, more: DraftRow): Localized[] {
  const own = main.draft.notes;
  const others = more.draft.notes.filter(note => !own.some(known => known.sv === note.sv));
  const joined = {
    sv: `Rad ${main.row} och ${more.row} är samma utlysning; den utförligaste gäller.`,
    en: `Rows ${main.row} and ${more.row} are the same call; the richest counts.`,
  };
  return [...own, ...others, joined].slice(-60);
}
