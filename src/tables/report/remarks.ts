import { fault, type UserErrorCode } from '../../shared/refuse.js';
import { cut, hidesSomething } from '../../shared/text/clean-text.js';
import type { Localized } from '../../shared/text/localized-text.js';
import type { Bilingual } from '../../shared/text/wording.js';
import { TABLE_LIMITS } from '../table-limits.js';
import { quoted } from '../text/plain-text.js';
import type { RowFault } from './read-row.js';

/** What stands in a place of the source, as it is shown to a person. */
export type Shown = (path: readonly string[]) => string | undefined;

/** What is noted of a row while it is read, and what is wrong with it: as much as one would read of a row. */
export class Remarks {
  readonly notes: Localized[];
  readonly faults: RowFault[];

  /** Of a row, or of a part of one: then they are remarks of the row. */
  constructor(
    private readonly shown: Shown,
    row?: Remarks,
  ) {
    this.notes = row?.notes ?? [];
    this.faults = row?.faults ?? [];
  }

  note(message: Bilingual): void {
    if (this.notes.length < TABLE_LIMITS.remarks) this.notes.push(message);
  }

  wrong(path: readonly string[], message: Bilingual, code: UserErrorCode = 'INVALID'): void {
    if (this.faults.length >= TABLE_LIMITS.remarks) return;
    const cell = path.length === 0 ? undefined : this.shown(path);
    this.faults.push({ ...fault(code, path, message), ...(cell !== undefined && { cell }) });
  }

  /** Says that what was read breaks a rule, and quotes the single value that stands there. */
  broken(path: readonly string[], message: Bilingual, code?: UserErrorCode): void {
    const { sv, en } = named(path, message);
    const cell = path.length === 0 ? undefined : this.shown(path);
    if (cell === undefined || /^[[{]/.test(cell)) return this.wrong(path, { sv, en }, code);
    const said = quoted(cell);
    this.wrong(path, { sv: `${sv} Här står ${said.sv}.`, en: `${en} Here stands ${said.en}.` }, code);
  }

  missing(path: readonly string[]): void {
    const name = path.join('.');
    this.faults.push(fault('REQUIRED', path, { sv: `${name} saknas.`, en: `${name} is missing.` }));
  }

  /** A text as long as is kept; what is cut is said. */
  shortened(path: readonly string[], text: string | undefined, longest: number): string | undefined {
    if (text === undefined || text.length <= longest) return text;
    const name = path.join('.');
    const sv = `${name} har kortats till ${longest} tecken.`;
    // A cell may be read twice.
    if (!this.notes.some(note => note.sv === sv))
      this.note({ sv, en: `${name} has been cut to ${longest} characters.` });
    return cut(text, longest);
  }

  /** Says that a text has been read without what turns the letters of others, or hides some: nobody sees that it is gone. */
  cleaned(path: readonly string[], text: string): void {
    if (!hidesSomething(text)) return;
    const name = path.join('.');
    const sv = `${name}: tecken som vänder på bokstäver eller inte syns har tagits bort.`;
    if (!this.notes.some(note => note.sv === sv))
      this.note({ sv, en: `${name}: characters that turn letters, or cannot be seen, have been taken out.` });
  }

  /** Says that a value could not be read, and quotes it so that nothing is lost. */
  unreadable(path: readonly string[], value: unknown): void {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    this.note({
      sv: `${path.join('.')} kunde inte läsas: ${quoted(text).sv}.`,
      en: `${path.join('.')} could not be read: ${quoted(text).en}.`,
    });
  }
}

/** A value as it stands in the source, as far as it is shown; undefined where nothing stands. */
export function asShown(value: unknown): string | undefined {
  if (value == null || value === '') return undefined;
  return cut(typeof value === 'string' ? value : JSON.stringify(value), TABLE_LIMITS.cell);
}

/** A message with the column that it is about, unless it names it. */
function named(path: readonly string[], { sv, en }: Bilingual): Bilingual {
  const name = path.join('.');
  const of = (text: string) =>
    text.includes(name) ? text : `${name}: ${isWord(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text}`;
  return { sv: of(sv), en: of(en) };
}

/** Whether a message begins with a word that is written small inside a sentence, and not with a code or a name in capitals. */
function isWord(text: string): boolean {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(text);
}
