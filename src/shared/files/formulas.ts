/**
 * Where a cell may begin to somebody: at the text's beginning, and after whatever separates cells in any dialect, since
 * programs that separate by another sign, or hold quotes for letters, cut our cells there.
 */
const BEGINNING = String.raw`(?<=^|[,;|\t\r\n])`;

/** What begins a formula (OWASP, CSV injection), behind what spreadsheets pass over and apostrophes of the text's own. */
const FORMULA = String.raw`(?=(?:[^\S\t\r\n]|[\u0000"'])*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])`;

/** What spreadsheets write for a formula that has failed, and take for one that has. */
const ERROR = String.raw`#(?:REF!|DIV\/0!|NAME\?|VALUE!|N\/A|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!)`;
const IS_ERROR = new RegExp(`^${ERROR}$`, 'i');

/** A whole text that is the name of such an error, behind apostrophes of its own. */
const NAMES_ERROR = String.raw`(?<=^)(?='*${ERROR}$)`;

const RUNNABLE = new RegExp(`${BEGINNING}${FORMULA}|${NAMES_ERROR}`, 'gi');
const DEFUSED = new RegExp(`${BEGINNING}'${FORMULA}|'(?<=^')(?='*${ERROR}$)`, 'gi');

/** Whether a cell of a table that spreadsheets write as text is a formula's error. */
export function isErrorValue(cell: string): boolean {
  return IS_ERROR.test(cell);
}

/** The text with an apostrophe before each thing in it that a spreadsheet could run, or takes for a formula's error. */
export function defused(text: string): string {
  return text.replace(RUNNABLE, "'");
}

/** The text that was defused. */
export function takenBack(text: string): string {
  return text.replace(DEFUSED, '');
}
