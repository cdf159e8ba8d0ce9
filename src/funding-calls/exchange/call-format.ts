import { describedEnum } from '../../shared/described-enum.js';
import { commonGrants } from './formats/common-grants/common-grants-format.js';
import { csv } from './formats/csv/csv-format.js';
import { euPortal } from './formats/eu-portal/eu-format.js';
import { gdp } from './formats/gdp/gdp-format.js';
import { vinnova } from './formats/vinnova/vinnova-format.js';
import { xlsx } from './formats/xlsx/xlsx-format.js';
import type { SourceFormat } from './source-format.js';

/** Every form that calls are imported from, by its name in the API: the one list. */
export const FORMATS = {
  GDP: gdp,
  VINNOVA: vinnova,
  EU_PORTAL: euPortal,
  COMMON_GRANTS: commonGrants,
  CSV: csv,
  XLSX: xlsx,
} as const satisfies Readonly<Record<string, SourceFormat>>;
export type CallFormat = keyof typeof FORMATS;

const descriptions = Object.fromEntries(
  Object.entries<SourceFormat>(FORMATS).map(([name, { description }]) => [name, description]),
) as Record<CallFormat, string>;

export const CallFormat = describedEnum('CallFormat', 'A form that funding calls can be imported from.', descriptions);

/** How a format is read and asked for. */
export function formatOf(name: CallFormat): SourceFormat {
  return FORMATS[name];
}
