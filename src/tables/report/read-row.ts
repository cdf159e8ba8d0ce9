import type { Fault } from '../../shared/refuse.js';
import type { Localized } from '../../shared/text/localized-text.js';

/** What is wrong with a row. The path names the source's field; `cell` is what stands there, if anything does. */
export interface RowFault extends Fault {
  cell?: string;
}

/** A row that was refused; row 0 is the input as a whole. In a table the header is row 1. */
export interface FaultyRow {
  row: number;
  identifier?: string;
  faults: readonly RowFault[];
  /** The input ends or was left here before its end: what came before is not the whole of it. */
  breaksOff?: true;
}

/** A row that is nothing for us, and why: left out without a fault. */
export interface SkippedRow {
  row: number;
  identifier?: string;
  skipped: Localized;
}
