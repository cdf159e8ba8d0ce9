import type { Bilingual } from '../shared/text/wording.js';
import type { Columns } from './columns.js';
import { type Header, headerFaults, headerOf } from './header.js';
import type { TableRecord } from './table-kind.js';
import { TABLE_LIMITS } from './table-limits.js';

/** So many rows may stand above a header: a title, who made the table, when. */
const MOST_ABOVE = 30;

/** A row that may be the header, what it would mean, and the rows that follow it. */
interface Candidate {
  readonly record: TableRecord;
  readonly header: Header | { readonly fault: Bilingual };
  readonly known: number;
}

/** The header of a table, how many filled rows stand above it, and the rows below it that have been read. */
export interface FoundHeader extends Omit<Candidate, 'known'> {
  readonly above: number;
  readonly below: readonly TableRecord[];
}

/** Looks for the row whose cells are the columns that are known: most often the first. */
export class HeaderSearch {
  private readonly records: TableRecord[] = [];
  private readonly candidates: Candidate[] = [];

  constructor(private readonly columns: Columns) {}

  /** Takes a row; answers the header as soon as it is certain. */
  take(record: TableRecord): FoundHeader | null {
    if (record.cells.every(cell => cell.trim() === '')) return null;
    const upper = this.records.at(-1);
    this.records.push(record);
    const last = this.candidates.at(-1);
    const candidate = this.candidateOf(record, upper);
    this.candidates.push(candidate);
    // A heading may be merged with the row below it, where the names of single columns stand.
    if (last?.record.goesOn && isWhole(last) && !isWhole(candidate)) return this.found(last);
    if (isWhole(candidate) && !record.goesOn) return this.found(candidate);
    return this.candidates.length > MOST_ABOVE ? this.best() : null;
  }

  /** The row that is most like a header, when the table has no other; null where it has no row. */
  best(): FoundHeader | null {
    const [first, ...more] = this.candidates;
    if (!first) return null;
    const whole = this.candidates.find(isWhole);
    return this.found(whole ?? more.reduce((best, next) => (next.known > best.known ? next : best), first));
  }

  private candidateOf(record: TableRecord, upper: TableRecord | undefined): Candidate {
    const names = record.cells.map((name, place) => this.nameUnder(upper, place, name));
    const header = headerOf(this.columns, names, TABLE_LIMITS.columns);
    const known = 'names' in header ? [...header.places.values()].flat().length : 0;
    return { record, header, known };
  }

  /** A column's name, with the heading that stands above several columns where the name means nothing by itself. */
  private nameUnder(upper: TableRecord | undefined, place: number, name: string): string {
    const heading = upper?.over?.[place]?.trim() ?? '';
    if (heading === '' || name.trim() === '' || heading === name.trim() || this.columns.meaningOf(name)) return name;
    return [`${name} ${heading}`, `${heading} ${name}`].find(both => this.columns.meaningOf(both)) ?? name;
  }

  private found({ record, header }: Candidate): FoundHeader {
    const at = this.records.indexOf(record);
    return { record, header, above: at, below: this.records.slice(at + 1) };
  }
}

function isWhole({ header }: Candidate): boolean {
  return 'names' in header && headerFaults(header).length === 0;
}
