import { type Bilingual, joined } from '../shared/text/wording.js';
import { nameOf } from './columns.js';
import type { Header } from './header.js';
import { asShown, type Remarks, type Shown } from './report/remarks.js';
import { cellText, quotedCell } from './text/cell-text.js';

/** Items that are quoted in one message. */
const MOST_QUOTED = 10;

/** A filled cell, and the header of its column as the table has it. */
export interface Filled {
  readonly cell: string;
  readonly path: readonly [string];
  readonly place: number;
}

/** What stands under a header in a row: of several columns of one name the first that is filled. */
export function shownIn({ names }: Header, cells: readonly string[]): Shown {
  return ([header]) => asShown(cells.find((cell, place) => names[place] === header && cell.trim() !== ''));
}

/** The cells of one row by the fields that they mean, as texts. */
export class RawCells<R extends Remarks = Remarks> {
  constructor(
    readonly header: Header,
    private readonly cells: readonly string[],
    readonly remarks: R,
  ) {}

  get isBlank(): boolean {
    return this.cells.every(cell => cell.trim() === '');
  }

  /** The header of a field's column as the table has it, or its documented name where there is none. */
  column(field: string): readonly [string] {
    const [place] = this.header.places.get(field) ?? [];
    if (place !== undefined) return [this.header.names[place]!];
    const column = this.header.columns.all.find(each => each.field === field);
    return [column ? nameOf(column, this.header.language) : field];
  }

  has(field: string): boolean {
    return this.header.places.has(field);
  }

  /** The filled cells of a field. */
  all(field: string): Filled[] {
    return this.filled(this.header.places.get(field) ?? []);
  }

  /** The filled cells of all fields. */
  read(): Filled[] {
    return this.filled([...this.header.places.values()].flat());
  }

  protected filled(places: readonly number[]): Filled[] {
    const cells = places.map(place => ({
      cell: cellText(this.cells[place] ?? ''),
      path: [this.header.names[place]!] as const,
      place,
    }));
    return cells.filter(({ cell }) => cell !== '');
  }

  /** The first cell of a field in which something stands, a dash too, with the blanks around it. */
  asItStands(field: string): string | undefined {
    const cells = this.header.places.get(field)?.map(place => this.cells[place] ?? '');
    return cells?.find(cell => cell.trim() !== '');
  }

  protected cell(field: string): string | undefined {
    const [filled] = this.all(field);
    if (filled) this.remarks.cleaned(filled.path, this.cells[filled.place] ?? '');
    return filled?.cell;
  }

  /** Refuses the row for a cell, or for some parts of one; each is quoted. */
  refuse(path: readonly string[], cell: string | readonly string[], problem: Bilingual): undefined {
    const parts = [cell].flat().slice(0, MOST_QUOTED);
    const [name, quoted] = [path.join('.'), joined(parts.map(quotedCell), ', ')];
    this.remarks.wrong(path, { sv: `${name}: ${quoted.sv} ${problem.sv}`, en: `${name}: ${quoted.en} ${problem.en}` });
    return undefined;
  }
}
