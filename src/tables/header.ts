import { cut, exactLine } from '../shared/text/clean-text.js';
import { alternatives, type Bilingual } from '../shared/text/wording.js';
import type { Unit } from './amounts.js';
import { quotedCell } from './text/cell-text.js';
import { type Column, type Columns, type Meaning, nameOf, namesOf } from './columns.js';

/** The first row of a table: where each field stands, and what could not be understood. */
export interface Header {
  readonly columns: Columns;
  /** The language in which most of the columns are named. */
  readonly language: 'sv' | 'en';
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly units: ReadonlyMap<number, Unit>;
  /** Where the columns stand that mean nothing to us. */
  readonly unknown: readonly number[];
}

/** What is wrong with a header, by the column that it concerns. */
export interface HeaderFault {
  readonly name: string;
  readonly message: Bilingual;
}

/** Reads a header; one of more columns than a table may have is refused before its columns are compared. */
export function headerOf(columns: Columns, names: readonly string[], most: number): Header | { fault: Bilingual } {
  if (names.length > most) return { fault: { sv: `Högst ${most} kolumner.`, en: `At most ${most} columns.` } };
  const meanings = names.map(name => columns.meaningOf(name));
  const own = new Set(meanings.flatMap(meaning => (meaning && !meaning.isNear ? meaning.column.field : [])));
  const counts = meanings.map(meaning => (meaning?.isNear && own.has(meaning.column.field) ? undefined : meaning));
  return {
    columns,
    language: languageOf(counts),
    // Messages repeat them, in every row.
    names: names.map(name => cut(exactLine(name.slice(0, 500)), 120)),
    places: grouped(counts.map((meaning, place) => [meaning?.column.field, place])),
    units: new Map(counts.flatMap((meaning, place) => (meaning?.unit ? [[place, meaning.unit] as const] : []))),
    unknown: names.flatMap((name, place) =>
      counts[place] || name.trim() === '' || columns.isPassedOver(name) ? [] : [place],
    ),
  };
}

function grouped<T>(items: readonly (readonly [string | undefined, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [group, item] of items) {
    if (group === undefined) continue;
    const those = groups.get(group);
    if (those) those.push(item);
    else groups.set(group, [item]);
  }
  return groups;
}

function languageOf(meanings: readonly (Meaning | undefined)[]): 'sv' | 'en' {
  const votes = (language: 'sv' | 'en') => meanings.filter(meaning => meaning?.language === language).length;
  return votes('sv') > votes('en') ? 'sv' : 'en';
}

/** Columns that are missing, and columns that are there twice. */
export function headerFaults({ columns, language, names, places }: Header): HeaderFault[] {
  const required = grouped(columns.all.map(column => [column.required, column]));
  const missing = [...required.values()].filter(those => !those.some(({ field }) => places.has(field)));
  const twice = columns.all.filter(column => !column.repeated && (places.get(column.field)?.length ?? 0) > 1);
  return [
    ...missing.map(those => ({ name: nameOf(those[0]!, language), message: missingColumn(those) })),
    ...twice.map(column => ({
      name: nameOf(column, language),
      message: sameMeaning(places.get(column.field)!.map(place => names[place]!)),
    })),
  ];
}

function missingColumn(those: readonly Column[]): Bilingual {
  const names = alternatives(those.map(namesOf));
  return { sv: `Kolumnen ${names.sv} saknas.`, en: `The column ${names.en} is missing.` };
}

function sameMeaning(headers: readonly string[]): Bilingual {
  const [first, ...others] = headers.slice(0, 5);
  return {
    sv: `Kolumnerna ${[first, ...others].join(' och ')} betyder samma sak.`,
    en: `The columns ${[first, ...others].join(' and ')} mean the same.`,
  };
}

/** Asks what a column that we don't know is, since it has a date that could be one of those we look for. */
export function strangeDate(name: string, cell: string, dated: readonly Column[]): Bilingual {
  const [quoted, choices] = [{ name: quotedCell(name), cell: quotedCell(cell) }, alternatives(dated.map(namesOf))];
  return {
    sv: `Kolumnen ${quoted.name.sv} känns inte igen och läses inte, men den har datum: ${quoted.cell.sv}. Döp om den till ${choices.sv} om det är vad den är.`,
    en: `The column ${quoted.name.en} is not known and not read, but it has dates: ${quoted.cell.en}. Rename it ${choices.en} if that is what it is.`,
  };
}
