import type { Bilingual } from '../shared/text/wording.js';

/** What spreadsheets write for a formula that has failed. */
const ERROR_VALUE = /^#(?:REF!|DIV\/0!|NAME\?|VALUE!|N\/A|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!)$/i;
const IS_ERROR: Bilingual = {
  sv: 'är felet av en formel. Rätta formeln, eller skriv värdet.',
  en: "is a formula's error. Correct the formula, or write the value.",
};

/** What is wrong with a cell where a formula has failed. */
export function errorIn(cell: string): Bilingual | undefined {
  return ERROR_VALUE.test(cell) ? IS_ERROR : undefined;
}
