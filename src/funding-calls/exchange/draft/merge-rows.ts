import { isDeepStrictEqual } from 'node:util';
import type { Localized } from '../../../shared/text/localized-text.js';
import { fault } from '../../../shared/refuse.js';
import { type CallFormat, formatOf } from '../call-format.js';
import type { SourceFormat } from '../source-format.js';
import type { CallDraft, CallRow, DraftPart, DraftRow } from './call-draft.js';
import { fits } from '../../description/call-deadlines.js';

/**
 * Makes one row of the rows that are the same call (same system and id there): the richest one counts, with Swedish
 * and English texts from whichever row has them. Other rows pass at once; the drafts come when the input ends, in the
 * order in which they were first seen. Memory is that of the drafts.
 */
export async function* mergeRows(format: CallFormat, rows: AsyncIterable<CallRow>): AsyncGenerator<CallRow> {
  const { rowsOfOneCall } = formatOf(format);
  const calls = new Map<string, DraftRow>();
  for await (const row of rows) {
    if (!('draft' in row)) {
      yield row;
      continue;
    }
    const { system, externalId } = row.draft.source;
    const key = `${system} ${externalId}`;
    const before = calls.get(key);
    const clash = before && clashOf(before, row, rowsOfOneCall);
    if (clash) yield clash;
    else calls.set(key, before ? merged(before, row) : row);
  }
  yield* calls.values();
}

/** Two rows with one identifier that cannot be one call: another funder's, or a table's row that says something else. */
function clashOf(
  before: DraftRow,
  { row, draft }: DraftRow,
  rowsOfOneCall: SourceFormat['rowsOfOneCall'],
): CallRow | null {
  const same = before.draft.funder === draft.funder && (rowsOfOneCall === 'JOINED' || sameCall(before.draft, draft));
  if (same) return null;
  const message = {
    sv: `Rad ${before.row} har samma beteckning och säger något annat.`,
    en: `Row ${before.row} has the same identifier and says something else.`,
  };
  return { row, identifier: draft.identifier, faults: [fault('ALREADY_EXISTS', ['identifier'], message)] };
}

function sameCall(one: CallDraft, other: CallDraft): boolean {
  return isDeepStrictEqual({ ...one, notes: [] }, { ...other, notes: [] });
}

function merged(one: DraftRow, other: DraftRow): DraftRow {
  const [main, more] = richness(other.draft) > richness(one.draft) ? [other, one] : [one, other];
  const [facts, pair] = [factsOf(main.draft, more.draft), [main.draft, more.draft]];
  const title = textIn(pair, 'title')!;
  const summary = textIn(pair, 'summary');
  const language = bestLanguage(pair);
  const draft: CallDraft = {
    ...facts.fields,
    ...{ title: title.text, source: main.draft.source, notes: notesOf(main, more) },
    ...(summary && { summary: summary.text }),
    ...(language !== undefined && { language }),
  };
  const assumed = [...facts.assumed, ...title.assumed, ...(summary?.assumed ?? [])].sort();
  return { row: main.row, draft: assumed.length > 0 ? { ...draft, assumed } : draft, fields: main.fields };
}

/** Field by field what the main row says, else what the other says, else what the main one assumes. */
function factsOf(main: CallDraft, more: CallDraft): { fields: CallDraft; assumed: DraftPart[] } {
  const { title: _title, summary: _summary, assumed: _assumed, language: _language, ...fields } = { ...more, ...main };
  const assumed: DraftPart[] = [];
  for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
    const isBetter = partsOf(main, field).length > 0 && partsOf(more, field).length === 0 && goes(main, more, field);
    const from = main[field] === undefined || isBetter ? more : main;
    Object.assign(fields, { [field]: from[field] });
    assumed.push(...partsOf(from, field));
  }
  return { fields: fields as CallDraft, assumed };
}

/** Whether a row has a field, in a form that goes with the rest of the main one. */
function goes(main: CallDraft, more: CallDraft, field: keyof CallDraft): boolean {
  if (field === 'deadlineModel') return fits(more.deadlineModel, main.deadlines.length);
  return field === 'deadlines' ? more.deadlines.length === main.deadlines.length : more[field] !== undefined;
}

/** The parts of a field that a row only assumes. */
function partsOf({ assumed = [] }: CallDraft, field: string): DraftPart[] {
  return assumed.filter(part => part.split('.')[0] === field);
}

/** How much a draft tells: its fields, and then the length of its texts. */
function richness({ summary, ...draft }: CallDraft): number {
  const filled = Object.values(draft).filter(value => value != null && (!Array.isArray(value) || value.length > 0));
  return filled.length * 100_000 + (summary?.sv.length ?? 0) + (summary?.en?.length ?? 0);
}

/** Swedish from the Swedish row, English from the English one; what no row has stands in the best language there is. */
function textIn(
  drafts: readonly CallDraft[],
  field: 'title' | 'summary',
): { text: Localized; assumed: DraftPart[] } | undefined {
  const inOrder = drafts.filter(draft => draft[field] !== undefined).sort((a, b) => rank(a) - rank(b));
  const best = inOrder.find(draft => partsOf(draft, field).length === 0) ?? inOrder[0];
  if (!best) return undefined;
  const english = inOrder.map(draft => (draft.language === 'sv' ? undefined : draft[field]!.en)).find(Boolean);
  const { sv, en } = best[field]!;
  return { text: english || en ? { sv, en: en ?? english! } : { sv }, assumed: partsOf(best, field) };
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
