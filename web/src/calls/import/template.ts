import { speak, type Language } from '../../language/language';
import { CALL_FIELD } from '../field-words';

/** The columns of a table to begin with, and what one might write in each. */
const COLUMNS = [
  ['identifier', 'EXEMPEL-2030-1', 'EXAMPLE-2030-1'],
  ['titleSv', 'Cirkulär ytbehandling', 'Cirkulär ytbehandling'],
  ['titleEn', 'Circular surface treatment', 'Circular surface treatment'],
  ['summarySv', 'Skriv kort vad utlysningen gäller.', 'Write shortly what the call is about, in Swedish.'],
  ['programme', 'Exempelprogrammet', 'Example programme'],
  ['funder', 'Exempelmyndigheten', 'Example agency'],
  ['url', 'https://example.org/utlysning', 'https://example.org/call'],
  ['deadlineModel', 'ett steg', 'single-stage'],
  ['opensAt', '2030-01-15', '2030-01-15'],
  ['deadlines', '2030-04-30 14:00', '2030-04-30 14:00'],
  ['budget', '25 mkr', '25 MSEK'],
  ['grantMin', '500 tkr', '500000 SEK'],
  ['grantMax', '5 mkr', '5 MSEK'],
  ['fundingRate', '50 %', '50%'],
  ['minPartners', '3', '3'],
  ['minCountries', '1', '1'],
  ['requiredSectors', 'akademi, små och medelstora företag', 'academia, small and medium-sized enterprises'],
  ['trlMin', '4', '4'],
  ['trlMax', '7', '7'],
  ['focusAreas', 'tech.digitalisering', 'tech.digitalisering'],
  ['environmentalObjectives', 'övergång till en cirkulär ekonomi', 'transition to a circular economy'],
] as const;

/** The fields that a header can be said to mean. */
export const COLUMN_FIELDS = COLUMNS.map(([field]) => field);

/** A table with one example, separated and marked so that Swedish Excel opens it as columns. */
export function templateIn(language: Language): string {
  const names = speak(CALL_FIELD, language);
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = [COLUMNS.map(([field]) => names[field]), COLUMNS.map(([, sv, en]) => (language === 'sv' ? sv : en))];
  return '\uFEFF' + rows.map(row => row.map(cell).join(';')).join('\r\n') + '\r\n';
}
