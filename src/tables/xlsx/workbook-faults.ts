import { type Bilingual, listed } from '../../shared/text/wording.js';
import { inQuotes } from '../../shared/text/wording.js';
import { TABLE_LIMITS } from '../table-limits.js';
import { WORKBOOK_LIMITS } from './workbook-limits.js';

export const ENCRYPTED: Bilingual = {
  sv: 'Arbetsboken är skyddad med lösenord. Spara den utan lösenord.',
  en: 'The workbook is protected by a password. Save it without one.',
};

export const OLD_EXCEL: Bilingual = {
  sv: 'Filen är en arbetsbok i ett äldre format (.xls). Spara den som .xlsx.',
  en: 'The file is a workbook in an older format (.xls). Save it as .xlsx.',
};

export const OTHER_WORKBOOK: Bilingual = {
  sv: 'Filen är en arbetsbok i ett annat format, som .ods eller .xlsb. Spara den som .xlsx.',
  en: 'The file is a workbook in another format, such as .ods or .xlsb. Save it as .xlsx.',
};

export const NO_WORKBOOK: Bilingual = {
  sv: 'Filen är ingen Excel-arbetsbok (.xlsx). Välj rätt fil, eller det format som filen har.',
  en: 'The file is not an Excel workbook (.xlsx). Choose the right file, or the format that it has.',
};

export const AS_TEXT: Bilingual = {
  sv: 'En arbetsbok är ingen text. Skicka dess byte som base64 i contentBase64.',
  en: 'A workbook is not text. Send its bytes as base64 in contentBase64.',
};

export const TOO_LARGE: Bilingual = {
  sv: 'Arbetsboken är för stor att läsa, eller packad på ett sätt som ingen tabell är. Kopiera tabellen till en ny arbetsbok.',
  en: 'The workbook is too large to read, or packed as no table is. Copy the table to a new workbook.',
};

export const TOO_WIDE: Bilingual = {
  sv: `Högst ${TABLE_LIMITS.columns} kolumner.`,
  en: `At most ${TABLE_LIMITS.columns} columns.`,
};

export const TOO_LONG: Bilingual = {
  sv: `Raden är större än ${TABLE_LIMITS.tableRowCharacters} tecken. Resten har inte lästs.`,
  en: `The row is larger than ${TABLE_LIMITS.tableRowCharacters} characters. The rest was not read.`,
};

export const TOO_LONG_CELL: Bilingual = {
  sv: `En cell är längre än ${WORKBOOK_LIMITS.cell} tecken, som är det längsta en cell får vara. Korta den.`,
  en: `A cell is longer than ${WORKBOOK_LIMITS.cell} characters, the longest that a cell may be. Shorten it.`,
};

export const NO_VALUE: Bilingual = {
  sv: 'är sparat som ett tal men är inget. Skriv värdet på nytt.',
  en: 'is saved as a number and is none. Write the value anew.',
};

export const NOT_CALCULATED: Bilingual = {
  sv: 'är en formel utan sparat värde. Öppna arbetsboken i ett kalkylprogram, spara den och försök igen.',
  en: 'is a formula without a saved value. Open the workbook in a spreadsheet program, save it and try again.',
};

/** A workbook, or a part of it, that cannot be read. */
export function brokenWorkbook(part?: string): Bilingual {
  const [sv, en] = part === undefined ? ['', ''] : [` (${part})`, ` (${part})`];
  return {
    sv: `Arbetsboken är trasig${sv}. Öppna den i ett kalkylprogram och spara den på nytt som .xlsx.`,
    en: `The workbook is broken${en}. Open it in a spreadsheet program and save it anew as .xlsx.`,
  };
}

export function noSheet(name: string, sheets: readonly string[]): Bilingual {
  const [quoted, all] = [inQuotes(name), listed(sheets.slice(0, 20).map(inQuotes))];
  return {
    sv: `Arbetsboken har inget blad ${quoted.sv}. Den har ${all.sv}.`,
    en: `The workbook has no sheet ${quoted.en}. It has ${all.en}.`,
  };
}
