import { CALL_FIELD } from '../field-words';
import { importWords } from './import-words';
import { COLUMN_FIELDS } from './template';

interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

/** What differs between the imports of calls and of other tables. */
export interface ImportKind {
  readonly heading: Bilingual;
  readonly rows: Bilingual;
  readonly formats: readonly string[];
  /** What the fields are called, and which of them a header can mean. */
  readonly fields: Readonly<Record<string, Bilingual>>;
  readonly columns: readonly string[];
  readonly href: (identifier: string) => string;
  /** Calls have deadlines in their report, and a table to begin with. */
  readonly isOfCalls: boolean;
  /** So many rows are taken at a time. */
  readonly most: number;
  /** Which empty workbook one can begin with. */
  readonly template: 'ideas' | 'partners' | 'calls';
}

export const OF_CALLS: ImportKind = {
  heading: importWords.heading,
  rows: importWords.calls,
  formats: Object.keys(importWords.formats.sv),
  fields: CALL_FIELD,
  columns: COLUMN_FIELDS,
  href: identifier => `/calls/${encodeURIComponent(identifier)}`,
  isOfCalls: true,
  most: 3_000,
  template: 'calls',
};
