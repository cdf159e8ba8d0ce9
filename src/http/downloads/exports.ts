import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { csv, EXCEL_SV } from '../../shared/files/csv.js';
import { inLocale, type Locale } from '../../shared/text/localized-text.js';
import type { Cell, Table } from '../../shared/files/table.js';
import { xlsx } from '../../shared/files/xlsx.js';
import { type ExportedColumn, forPeople } from '../../tables/exported-columns.js';
import { filterOf, ownFilterOf } from './conditions.js';
import type { Downloads } from './downloads.js';
import { type Described, FILE, TEXT } from '../openapi/described.js';
import { oneOf, pastMoment } from './parameters.js';
import type { OpenTable } from './open-table.js';
import { TABLES } from './tables.js';

/** A form of file, and what stands above its columns: names of the API for programs, words for people. */
interface Form {
  readonly headerIn: (locale: Locale) => (column: ExportedColumn) => string;
  readonly write: (table: Table) => Readable;
  /** Whether people read it, and not programs. */
  readonly isForPeople: boolean;
}

const names =
  () =>
  ({ field }: ExportedColumn) =>
    field;
const words =
  (locale: Locale) =>
  ({ title }: ExportedColumn) =>
    inLocale(title, locale);

const CSV: Form = { headerIn: names, write: table => csv(table), isForPeople: false };
const SWEDISH_EXCEL: Form = { headerIn: words, write: table => csv(table, EXCEL_SV), isForPeople: true };
const XLSX: Form = { headerIn: words, write: xlsx, isForPeople: true };

const DIALECT = { dialect: oneOf(['excel-sv']) };

const PAST = { asOf: pastMoment };

const FILES = [
  { ending: 'csv', type: 'text/csv; charset=utf-8', form: CSV, own: DIALECT },
  { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', form: XLSX, own: {} },
] as const;

/**
 * Tables as files: /export/ideas.csv, /export/calls.xlsx, /export/pipeline.csv …, streamed, of what the caller may see.
 * Conditions such as `?focusArea=` narrow them, `?asOf=` shows most as they were; `?dialect=excel-sv` is a CSV that Swedish Excel opens as columns; `?key=`
 * and `?locale=` stand in for headers.
 */
export function serveExports(server: FastifyInstance, downloads: Downloads): void {
  for (const [name, { conditions, own: ofRows = {}, hasPast, open }] of Object.entries(TABLES)) {
    for (const { ending, type, form, own } of FILES) {
      const route = {
        url: `/export/${name}.${ending}`,
        described: describedAs(name, ending, type),
        parameters: {
          ...conditions,
          ...ofRows,
          ...(own as Partial<typeof DIALECT>),
          ...((hasPast ? PAST : {}) as Partial<typeof PAST>),
        },
      };
      downloads.serve(server, route, async ({ query, context, parameters: given }, _request, reply) => {
        const variables = {
          filter: filterOf(conditions, given),
          asOf: given['asOf'],
          own: ownFilterOf(ofRows, given),
        };
        const { columns, rows } = await begun(open(query, variables, context.viewer));
        const { headerIn, write, isForPeople } = given['dialect'] ? SWEDISH_EXCEL : form;
        const shown = isForPeople ? inWordsOf(columns, rows, context.locale) : rows;
        const header = columns.map(headerIn(context.locale));
        return reply
          .type(type)
          .header('content-disposition', `attachment; filename="${name}.${ending}"`)
          .header('cache-control', 'private, no-store')
          .send(write({ name, header, widths: columns.map(({ width }) => width), rows: shown }));
      });
    }
  }
}

function describedAs(name: string, ending: string, type: string): Described {
  const schema = ending === 'csv' ? TEXT : FILE;
  return {
    id: `export_${name}_${ending}`,
    tag: 'Exports',
    summary: `The table of ${name} as ${ending.toUpperCase()}.`,
    answers: { [type.split(';')[0]!]: schema },
  };
}

async function* inWordsOf(
  columns: readonly ExportedColumn[],
  rows: AsyncIterable<Cell[]>,
  locale: Locale,
): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map((cell, nth) => forPeople(columns[nth]!, cell, locale));
}

/** The table with its first row read: what is wrong with the request is refused before anything is sent. */
async function begun({ columns, rows }: OpenTable): Promise<OpenTable> {
  const first = await rows.next();
  async function* all(): AsyncGenerator<Cell[]> {
    if (!first.done) yield first.value;
    yield* rows;
  }
  return { columns, rows: all() };
}
