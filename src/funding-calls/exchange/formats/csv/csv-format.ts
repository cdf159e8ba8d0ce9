import { TABLE_ANSWERS } from '../../source/answer-types.js';
import { UNANNOUNCED } from '../../source/announced.js';
import { onePage } from '../../source/paging.js';
import { textOf } from '../../../../tables/text/source-text.js';
import type { SourceFormat } from '../../source-format.js';
import { csvRows } from './read-csv.js';

export const csv: SourceFormat = {
  description: 'A table with the documented columns, Swedish or English headers, separated by comma, semicolon or tab.',
  lists: [''],
  inputs: 'ONE',
  rowsOfOneCall: 'REFUSED',
  announces: UNANNOUNCED,
  accepts: TABLE_ANSWERS,
  table: 'TABLE',
  read: (inputs, _, table) => csvRows(textOf(inputs[0]!), table),
  paging: onePage,
  request: () => ({}),
};
