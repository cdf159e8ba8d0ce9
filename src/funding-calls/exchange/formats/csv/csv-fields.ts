import { DESCRIBING } from '../../../description/call-description.js';
import type { SourceFields } from '../../draft/call-draft.js';
import type { CallCells } from './csv-cells.js';

/** What a table has a column for under the same name. */
const SAME = ['identifier', 'focusAreas', ...DESCRIBING];

/** One object for all rows of a table. */
const fieldsByHeader = new WeakMap<object, SourceFields>();

/** The columns of the file by the fields of a draft. */
export function fieldsOf(cells: CallCells): SourceFields {
  const known = fieldsByHeader.get(cells.header);
  if (known) return known;
  const either = (field: string, other: string) => cells.column(cells.has(field) || !cells.has(other) ? field : other);
  const fields = {
    ...Object.fromEntries(SAME.map(field => [field, cells.column(field)])),
    title: either('titleSv', 'titleEn'),
    summary: either('summarySv', 'summaryEn'),
    trlMin: either('trlMin', 'trl'),
    trlMax: either('trlMax', 'trl'),
  };
  fieldsByHeader.set(cells.header, fields);
  return fields;
}
