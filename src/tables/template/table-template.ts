import type { Bilingual } from '../../shared/text/wording.js';
import { type Column, nameOf } from '../columns.js';

/** What is written in a column: in words, by an example, and the values that there are where one chooses among some. */
export interface ColumnGuide {
  readonly says: Bilingual;
  readonly example: Bilingual;
  readonly values?: readonly Bilingual[] | 'FOCUS_AREAS';
}

/** A table to fill in: its columns, each with what is written in it. */
export interface TableTemplate {
  readonly title: Bilingual;
  readonly columns: readonly Column[];
  readonly guides: Readonly<Record<string, ColumnGuide>>;
}

export function guide(
  [sv, en]: readonly [string, string],
  example: string | readonly [string, string],
  values?: ColumnGuide['values'],
): ColumnGuide {
  const [first, second] = typeof example === 'string' ? [example, example] : example;
  return { says: { sv, en }, example: { sv: first, en: second }, ...(values && { values }) };
}

/** The columns that a template shows, by the names that an import knows them by. */
export function guidedColumns({ columns, guides }: TableTemplate, language: 'sv' | 'en') {
  return columns.flatMap(column => {
    const found = guides[column.field];
    return found ? [{ header: nameOf(column, language), guide: found }] : [];
  });
}
