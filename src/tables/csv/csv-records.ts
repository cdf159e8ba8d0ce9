import { pipeline, Readable } from 'node:stream';
import { type CsvError, type Info, parse, type Parser } from 'csv-parse';
import { isErrorValue, takenBack } from '../../shared/files/formulas.js';
import type { Bilingual } from '../../shared/text/wording.js';
import type { Columns } from '../columns.js';
import { ERROR_VALUE } from '../error-value.js';
import { TABLE_LIMITS } from '../table-limits.js';
import type { TableRecord } from '../table-kind.js';
import { BrokenInput } from '../text/source-text.js';
import { separatedText } from './csv-separator.js';

interface CsvRecord {
  record: string[];
  info: Info;
}

/** Where a text could not be read any further. */
interface Break {
  at: { readonly records: number; readonly reason: Bilingual } | null;
}

/** The records of a table as text, separated as its header shows; at the first one that can't be read they break off. */
export async function* csvRecords(text: AsyncIterable<string>, columns: Columns): AsyncGenerator<TableRecord> {
  const { separator, pieces } = await separatedText(text, columns);
  const broken: Break = { at: null };
  for await (const { record, info } of parsed(pieces, separator, broken)) {
    // After a broken row nothing is sure to be where it seems to be.
    if (broken.at && info.records > broken.at.records) break;
    yield { row: info.records + info.empty_lines, cells: record.map(takenBack), problems: problemsIn(record) };
  }
  if (broken.at) throw new BrokenInput(broken.at.reason);
}

/** The cells where a formula has failed; a text that is written so has an apostrophe. */
function problemsIn(record: readonly string[]): Map<number, Bilingual> {
  return new Map(record.flatMap((cell, place) => (isErrorValue(cell.trim()) ? [[place, ERROR_VALUE] as const] : [])));
}

function parsed(pieces: AsyncIterable<string>, delimiter: string, broken: Break): AsyncIterable<CsvRecord> {
  const parser: Parser = parse({
    delimiter,
    // Files put together of several have lines that end in several ways.
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: TABLE_LIMITS.tableRowCharacters,
    on_skip: error => {
      if (error) broken.at ??= { records: error.records as number, reason: reasonOf(error) };
      return undefined;
    },
  });
  pipeline(Readable.from(untilBroken(pieces, broken)), parser, () => undefined);
  return parser as AsyncIterable<CsvRecord>;
}

async function* untilBroken(pieces: AsyncIterable<string>, broken: Break): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (broken.at) return;
    yield piece;
  }
}

function reasonOf({ code }: CsvError): Bilingual {
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return {
      sv: `Raden är större än ${TABLE_LIMITS.tableRowCharacters} tecken. Resten har inte lästs.`,
      en: `The row is larger than ${TABLE_LIMITS.tableRowCharacters} characters. The rest was not read.`,
    };
  }
  return {
    sv: `Ett citattecken (") öppnas här och stängs aldrig (${code}). Resten har inte lästs.`,
    en: `A quotation mark (") opens here and never closes (${code}). The rest was not read.`,
  };
}
