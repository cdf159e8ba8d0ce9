import type { Bilingual } from '../../../shared/text/wording.js';
import { Remarks, type Shown } from '../../../tables/report/remarks.js';
import { Assumptions } from './assumptions.js';
import type { DraftPart } from './call-draft.js';

/** What is noted of a row that becomes a draft, what is wrong with it, and what of the draft is assumed. */
export class DraftRemarks extends Remarks {
  readonly assumptions: Assumptions;

  constructor(shown: Shown, row?: DraftRemarks) {
    super(shown, row);
    this.assumptions = row?.assumptions ?? new Assumptions();
  }

  /** Says that a part of the draft is an assumption of ours; what a person should know of it is noted too. */
  assume(part: DraftPart, note?: Bilingual): void {
    this.assumptions.add(part);
    if (note) this.note(note);
  }

  /** Says that the row gives a moment's day in a zone, and no time of day. */
  assumeTime(at: Date, zone: string): void {
    this.assumptions.addTime(at, zone);
  }
}
