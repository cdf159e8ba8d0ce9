import type { SourceFormat } from '../../source-format.js';
import { csv } from '../csv/csv-format.js';
import { xlsxRows } from '../csv/read-csv.js';

export const xlsx: SourceFormat = {
  ...csv,
  description: 'A sheet of an Excel workbook (.xlsx) with the columns of CSV, given as base64.',
  accepts: {
    header: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.1',
    known: /^application\/(?:vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|octet-stream|zip)$/,
  },
  table: 'WORKBOOK',
  read: (inputs, _, table) => xlsxRows(inputs[0]!, table),
};
