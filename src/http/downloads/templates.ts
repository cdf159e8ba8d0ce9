import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { type DataValidation, writeXlsx } from 'hucre/xlsx';
import { CALL_TEMPLATE } from '../../funding-calls/exchange/formats/csv/call-template.js';
import { IDEA_TEMPLATE } from '../../ideas/exchange/reading/idea-template.js';
import { PARTNER_TEMPLATE } from '../../partners/exchange/partner-template.js';
import type { Untyped } from '../../shared/untyped.js';
import { type ColumnGuide, guidedColumns, type TableTemplate } from '../../tables/template/table-template.js';
import { FILE } from '../openapi/described.js';
import type { Downloads } from './downloads.js';

const TEMPLATES: Readonly<Record<string, TableTemplate>> = {
  ideas: IDEA_TEMPLATE,
  partners: PARTNER_TEMPLATE,
  calls: CALL_TEMPLATE,
};

const AREAS = parse('{ focusAreas { code retiredAt children { code retiredAt } } }');

/** Rows below the header that have drop-down lists. */
const ROWS = 1000;

const SHEETS = {
  guide: { sv: 'Förklaringar', en: 'Explanations' },
  values: { sv: 'Värden', en: 'Values' },
  header: { sv: ['Kolumn', 'Vad som skrivs', 'Exempel'], en: ['Column', 'What is written', 'Example'] },
} as const;

/** Empty tables to fill in and import: /export/templates/ideas.xlsx, partners.xlsx and calls.xlsx, in the reader's language. */
export function serveTemplates(server: FastifyInstance, downloads: Downloads): void {
  for (const [name, template] of Object.entries(TEMPLATES)) {
    const route = {
      url: `/export/templates/${name}.xlsx`,
      parameters: {},
      described: {
        id: `template_${name}`,
        tag: 'Exports' as const,
        summary: `An empty table of ${name} to fill in and import.`,
        answers: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE },
      },
    };
    downloads.serve(server, route, async ({ query, context }, _request, reply) => {
      const { focusAreas } = await query(AREAS, {});
      const all = focusAreas.flatMap((area: Untyped) => [area, ...area.children]);
      const codes = all.flatMap(({ code, retiredAt }: Untyped) => (retiredAt ? [] : code));
      const language = context.locale === 'EN' ? 'en' : 'sv';
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="${name}.xlsx"`)
        .send(Buffer.from(await workbookOf(template, language, [...new Set<string>(codes)])));
    });
  }
}

function workbookOf(template: TableTemplate, language: 'sv' | 'en', areas: readonly string[]): Promise<Uint8Array> {
  const columns = guidedColumns(template, language);
  const lists = columns.map(({ guide }) => valuesOf(guide, language, areas));
  const longest = Math.max(...lists.map(list => list.length));
  const values = Array.from({ length: longest }, (_, row) => lists.map(list => list[row] ?? null));
  const sheet = SHEETS.values[language];
  return writeXlsx({
    sheets: [
      {
        name: template.title[language],
        columns: columns.map(() => ({ width: 24 })),
        rows: [columns.map(({ header }) => header)],
        freezePane: { rows: 1 },
        dataValidations: columns.map((column, place) =>
          validation(column, { place, language, count: lists[place]!.length, sheet }),
        ),
      },
      {
        name: SHEETS.guide[language],
        columns: [{ width: 32 }, { width: 64 }, { width: 48 }],
        rows: [
          [...SHEETS.header[language]],
          ...columns.map(({ header, guide }) => [header, guide.says[language], guide.example[language]]),
        ],
      },
      { name: sheet, rows: [columns.map(({ header }) => header), ...values] },
    ],
  });
}

function valuesOf({ values }: ColumnGuide, language: 'sv' | 'en', areas: readonly string[]): readonly string[] {
  return values === 'FOCUS_AREAS' ? areas : (values ?? []).map(value => value[language]);
}

interface Place {
  readonly place: number;
  readonly language: 'sv' | 'en';
  readonly count: number;
  readonly sheet: string;
}

/** A cell says what is written in it, and offers what there is; several values may be written all the same. */
function validation(
  { guide }: { readonly guide: ColumnGuide },
  { place, language, count, sheet }: Place,
): DataValidation {
  const letter = lettersOf(place);
  const prompt = {
    showInputMessage: true,
    inputMessage: `${guide.says[language]} ${guide.example[language]}`.slice(0, 255),
  };
  const range = `${letter}2:${letter}${ROWS + 1}`;
  if (count === 0) return { type: 'custom', formula1: 'TRUE', range, allowBlank: true, ...prompt };
  const formula1 = `'${sheet}'!$${letter}$2:$${letter}$${count + 1}`;
  return { type: 'list', formula1, range, allowBlank: true, showErrorMessage: false, ...prompt };
}

/** The letters by which spreadsheets call a column: 0 is A. */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last;
}
