/**
 * Where a cell may begin to somebody: at the text's beginning, and after whatever separates cells in any dialect, since
 * programs that separate by another sign, or hold quotes for letters, cut our cells there.
 */
const BEGINNING = String.raw`(?<=^|[,;|\t\r\n])`;

/** What begins a formula (OWASP, CSV injection), behind what spreadsheets pass over and apostrophes of the text's own. */
const FORMULA = String.raw`(?=(?:[^\S\t\r\n]|[\u0000"'])*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])`;

const RUNNABLE = new RegExp(BEGINNING + FORMULA, 'g');
const DEFUSED = new RegExp(`${BEGINNING}'${FORMULA}`, 'g');

/** The text with an apostrophe before each thing in it that a spreadsheet could run. */
export function defused(text: string): string {
  return text.replace(RUNNABLE, "'");
}

/** The text that was defused. */
export function takenBack(text: string): string {
  return text.replace(DEFUSED, '');
}
