import { inLocale, type Locale } from '../shared/text/localized-text.js';
import { userErrorOf } from '../shared/user-error.js';
import type { FaultyRow } from '../tables/report/read-row.js';
import type { ImportedRow, ImportReport } from './import-report.js';

/** What an import did, or would do, as the API answers it. */
export function reportAnswer({ imported, refused, unchanged, leftOut }: ImportReport, locale: Locale) {
  const created = imported.filter(({ isNew }) => isNew).length;
  return {
    created,
    updated: imported.length - created,
    unchanged: unchanged.length,
    rejected: refused.map(row => rejection(row, locale)),
    leftOut: leftOut.map(({ row, identifier, skipped }) => ({ row, identifier: identifier ?? null, reason: skipped })),
    rows: imported.map(row => importedRow(row, locale)),
  };
}

function rejection({ row, identifier, faults }: FaultyRow, locale: Locale) {
  return {
    row,
    identifier: identifier ?? null,
    errors: faults.map(each => userErrorOf(each, locale)),
    cells: faults.flatMap(({ path, cell, message }) =>
      cell === undefined ? [] : [{ column: path!.join('.'), text: cell, reason: message }],
    ),
  };
}

function importedRow({ notes, title, row, identifier, deadlines, isNew, changes }: ImportedRow, locale: Locale) {
  return { row, identifier, name: title, deadlines, isNew, changes, notes: notes.map(note => inLocale(note, locale)) };
}
