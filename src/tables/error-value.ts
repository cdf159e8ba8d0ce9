import type { Bilingual } from '../shared/text/wording.js';

/** What is wrong with a cell where a formula has failed: each kind of file says in its own way that one has. */
export const ERROR_VALUE: Bilingual = {
  sv: 'är felet av en formel. Rätta formeln, eller skriv värdet.',
  en: "is a formula's error. Correct the formula, or write the value.",
};
