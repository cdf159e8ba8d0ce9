import { alternatives, type Bilingual } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';

/** The words of an enum as tables write them. */
interface Words<W extends string> {
  readonly of: (text: string) => W | undefined;
  readonly names: Readonly<Record<W, Bilingual>>;
}

/** What a cell says, null where an empty one clears, undefined where it says nothing. */
export function emptied<T>(
  cells: Cells,
  { field, isExact }: { readonly field: string; readonly isExact: boolean },
  value: T | undefined,
): T | null | undefined {
  return value === undefined && isExact && isEmptied(cells, field) ? null : value;
}

/** Whether the table has the column, and the row nothing in it. */
export function isEmptied(cells: Cells, field: string): boolean {
  return cells.has(field) && cells.all(field).length === 0;
}

/** The word in a cell; another one refuses the row and names those that there are. */
export function oneIn<W extends string>(cells: Cells, field: string, words: Words<W>): W | undefined {
  const [filled] = cells.all(field);
  return filled && (words.of(filled.cell) ?? cells.refuse(filled.path, filled.cell, unknownWord(words)));
}

/** The words of a list in a cell. A name may have a comma of its own, so that the cell as a whole is tried first. */
export function manyIn<W extends string>(cells: Cells, field: string, words: Words<W>): W[] | undefined {
  const [filled] = cells.all(field);
  if (!filled) return undefined;
  const whole = words.of(filled.cell);
  if (whole) return [whole];
  const items = cells.list(field);
  const strange = items.filter(item => !words.of(item));
  if (strange.length > 0) return cells.refuse(filled.path, strange, unknownWord(words));
  return [...new Set(items.map(item => words.of(item)!))];
}

export function unknownWord<W extends string>({ names }: Pick<Words<W>, 'names'>): Bilingual {
  const all = alternatives(Object.values<Bilingual>(names));
  return { sv: `känns inte igen. Skriv ${all.sv}.`, en: `is not known. Write ${all.en}.` };
}
