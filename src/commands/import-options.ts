import { parseArgs } from 'node:util';
import { CallFormat, formatOf } from '../funding-calls/exchange/call-format.js';
import { choiceOf } from '../funding-calls/exchange/given-rows.js';
import { wordsOf } from '../shared/described-enum.js';
import type { TableFormat } from '../imports/import-table-input.js';
import { choiceIn } from '../imports/given-table.js';
import { IDEA_TABLE } from '../ideas/exchange/reading/idea-columns.js';
import { PARTNER_TABLE } from '../partners/exchange/partner-columns.js';
import { ConfigError } from '../shared/program/config-error.js';
import { alikeInBoth, type Bilingual, listed } from '../shared/text/wording.js';
import { given, LOCALE_USAGE, say } from './spoken.js';
import type { ColumnChoice, TableChoice } from '../tables/table-choice.js';

/** The formats whose lists may lie in files of their own. */
const SEVERAL = wordsOf(CallFormat).filter(name => formatOf(name).inputs === 'ONE_A_LIST');

const several = SEVERAL.map((name): Bilingual => {
  const lists = listed(formatOf(name).lists.filter(Boolean).map(alikeInBoth));
  return {
    sv: `${name} tar flera, en för var och en av registrets listor ${lists.sv}.`,
    en: `${name} takes several, one for each of the register's lists ${lists.en}.`,
  };
});
const formats = Object.keys(CallFormat).join(', ');

export const IMPORT_USAGE: Bilingual = {
  sv: `npm run import -- [--dry-run] [--again] <format> <fil|URL|-> …
npm run import -- [--dry-run] partners|ideas <fil|->

Läser in utlysningar: ${formats}. En fil, en webbadress, eller - för standard in.
${several.map(({ sv }) => sv).join('\n')}
Läser in partner eller idéer från en tabell: en Excel-arbetsbok (.xlsx), annars CSV.
  --dry-run   säg vad som skulle hända, ändra ingenting
  --again     läs en webbadress fast den säger att den inte har ändrats
  --sheet NAMN            bladet i en arbetsbok (XLSX) som läses; utan det det första
  --column RUBRIK=FÄLT    vad en tabells rubrik betyder; RUBRIK= läses inte. Kan anges flera gånger
  --programme KOD         nya idéers program, där tabellen inte säger det
  ${LOCALE_USAGE.sv}
  --help      säg detta
En inbäddad databas hör till en process i taget: stoppa tjänsten först. Med DATABASE_URL kan båda köra.
Slutar med 0 när alla rader togs, 1 när några avvisades, 2 när ingenting kunde göras.
IMPORT_API_KEY sänds till källan i IMPORT_API_KEY_HEADER eller IMPORT_API_KEY_PARAMETER. Formaten står i docs/import-formats.md.`,
  en: `npm run import -- [--dry-run] [--again] <format> <file|URL|-> …
npm run import -- [--dry-run] partners|ideas <file|->

Imports funding calls: ${formats}. A file, a web address, or - for standard input.
${several.map(({ en }) => en).join('\n')}
Imports partners or ideas from a table: an Excel workbook (.xlsx), or else CSV.
  --dry-run   say what would happen, change nothing
  --again     read a web address although it says that it has not changed
  --sheet NAME            the sheet of a workbook (XLSX) that is read; without it the first
  --column HEADER=FIELD   what a header of a table means; HEADER= is not read. May be given several times
  --programme CODE        the programme of new ideas, where the table does not say it
  ${LOCALE_USAGE.en}
  --help      say this
An embedded database belongs to one process at a time: stop the service first. With DATABASE_URL both may run.
Ends with 0 when all rows were taken, 1 when some were refused, 2 when nothing could be done.
IMPORT_API_KEY is sent to the source in IMPORT_API_KEY_HEADER or IMPORT_API_KEY_PARAMETER. docs/import-formats.md has the formats.`,
};

const FOR_IDEAS: Bilingual = { sv: '--programme är för idéer.', en: '--programme is for ideas.' };
const A_FILE: Bilingual = {
  sv: 'En tabell med idéer eller partner är en fil.',
  en: 'A table of ideas or partners is a file.',
};

const noFormat = (name: string): Bilingual => ({
  sv: `"${name}" är inget format. De är ${formats}.`,
  en: `"${name}" is no format. There are ${formats}.`,
});
const oneTooMany = (source: string): Bilingual => ({
  sv: `En källa i taget: "${source}" är en för mycket.`,
  en: `One source at a time: "${source}" is one too many.`,
});
const noColumn = (text: string): Bilingual => ({
  sv: `--column ${text}: skriv RUBRIK=FÄLT.`,
  en: `--column ${text}: write HEADER=FIELD.`,
});

/** What is imported: calls in any of their formats, the others from tables. */
type Imported = 'CALLS' | keyof typeof TABLES;

/** The tables that are imported beside calls, by what they are called, with their columns. */
const TABLES = { PARTNERS: PARTNER_TABLE, IDEAS: IDEA_TABLE } as const;

/** What an import is asked for. */
export interface ImportOptions {
  readonly what: Imported;
  readonly format: CallFormat;
  readonly from: readonly [string, ...string[]];
  readonly dryRun: boolean;
  readonly again: boolean;
  readonly table: TableChoice;
  /** Of new ideas. */
  readonly programme: string | undefined;
}

export function importOptions(): ImportOptions | 'HELP' {
  const { values, positionals } = commandLine();
  if (values.help) return 'HELP';
  const [format, first, ...more] = positionals;
  if (format === undefined || first === undefined) throw new ConfigError(say(IMPORT_USAGE));
  const what = tableNamed(format);
  const known = what ? formatOfFile(first) : formatNamed(format);
  if (!known) throw new ConfigError(say(noFormat(format)));
  if (more.length > 0 && !SEVERAL.includes(known))
    throw new ConfigError(`${say(oneTooMany(withoutQuery(more[0]!)))}\n\n${say(IMPORT_USAGE)}`);
  if (what && /^https?:/.test(first)) throw new ConfigError(say(A_FILE));
  if (values.programme !== undefined && what !== 'IDEAS') throw new ConfigError(say(FOR_IDEAS));
  const said = { format: known, sheet: values.sheet, columns: values.column?.map(columnFrom) };
  const table = what ? choiceIn(said as never, { columns: TABLES[what] }) : choiceOf(said);
  const options = { dryRun: values['dry-run'], again: values.again, table, programme: values.programme };
  return { what: what ?? 'CALLS', format: known, from: [first, ...more], ...options };
}

function commandLine() {
  const off = { type: 'boolean', default: false } as const;
  const args = given();
  try {
    const flags = { 'dry-run': off, again: off, help: { ...off, short: 'h' } } as const;
    const named = {
      sheet: { type: 'string' },
      programme: { type: 'string' },
      column: { type: 'string', multiple: true },
    } as const;
    return parseArgs({ args, allowPositionals: true, options: { ...flags, ...named } });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n\n${say(IMPORT_USAGE)}`);
  }
}

/** "Ansökan senast=deadlines"; a header may hold an equals sign itself. */
function columnFrom(text: string): ColumnChoice {
  const end = text.lastIndexOf('=');
  if (end < 1) throw new ConfigError(say(noColumn(text)));
  return { header: text.slice(0, end), field: text.slice(end + 1) || null };
}

function tableNamed(name: string): keyof typeof TABLES | undefined {
  return (Object.keys(TABLES) as (keyof typeof TABLES)[]).find(table => table === name.toUpperCase());
}

function formatOfFile(path: string): TableFormat {
  return /\.xlsx$/i.test(path) ? 'XLSX' : 'CSV';
}

/** A format by its name, however it is written: eu-portal is EU_PORTAL. */
function formatNamed(name: string): CallFormat | undefined {
  return Object.values(CallFormat).find(format => format === name.toUpperCase().replaceAll('-', '_'));
}

/** An address as it may be told: a key may stand in its query. */
export function withoutQuery(address: string): string {
  return address.replace(/\?.*$/s, '?…');
}
