import { fault } from '../../../shared/refuse.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { CallRow } from '../draft/call-draft.js';
import type { Json } from './json/json.js';

/** A number that an answer says of itself. */
type Announcing = 'total' | 'page' | 'pageSize' | 'pages';

/** Where a format's answers say how many rows there are in all, and which of them they have. */
export interface Announcement {
  /** By the way to each number. */
  readonly numbers: ReadonlyMap<string, Announcing>;
  /** Its pages are as long as they say, but for the last: a shorter one has been cut off. */
  readonly fillsPages: boolean;
}

export const UNANNOUNCED: Announcement = { numbers: new Map(), fillsPages: false };

/** What an answer says of itself: how many rows there are, and where its own stand among them. */
export class Announced {
  total: number | null = null;
  page: number | null = null;
  pageSize: number | null = null;
  pages: number | null = null;

  constructor(private readonly announcement: Announcement) {}

  /** Takes a value that stands outside the rows. */
  take(path: string, value: Json): void {
    const name = this.announcement.numbers.get(path);
    if (name && Number.isSafeInteger(value) && (value as number) >= 0) this[name] = value as number;
  }

  /** Rows of the pages before this one. */
  get rowsBefore(): number {
    return (Math.max(1, this.page ?? 1) - 1) * (this.pageSize ?? 0);
  }

  /**
   * What an input of so many rows leaves out by its own account: a page that is shorter than it says is cut and refused;
   * a whole page of several is told of.
   */
  leftOut(rows: number): CallRow[] {
    const missing = (this.total ?? 0) - rows;
    if (missing <= 0) return [];
    const whole = Math.min(this.pageSize ?? Infinity, Math.max(0, this.total! - this.rowsBefore));
    const isCut = this.announcement.fillsPages && rows < whole;
    return isCut ? [endsEarly(rows, this.total!)] : [{ row: 0, skipped: oneOfSeveral(rows, this.total!) }];
  }
}

/** The fault of an import that ends before everything that its source announces. */
export function endsEarly(rows: number, total: number): CallRow {
  const message: Bilingual = {
    sv: `Källan anger ${total} utlysningar och gav ${rows}. Resten saknas.`,
    en: `The source announces ${total} calls and gave ${rows}. The rest is missing.`,
  };
  return { row: rows + 1, faults: [fault('INVALID', [], message)], breaksOff: true };
}

function oneOfSeveral(rows: number, total: number): Bilingual {
  return {
    sv: `Det här är ${rows} av källans ${total} utlysningar. Importera de andra sidorna också.`,
    en: `These are ${rows} of the source's ${total} calls. Import the other pages too.`,
  };
}
