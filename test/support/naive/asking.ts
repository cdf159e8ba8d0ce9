import type { Viewer } from '../../../src/shared/viewer.js';
import type { Locale } from '../../../src/shared/text/localized-text.js';
import type { Amount } from '../../../src/shared/money.js';
import type { Tables } from '../service/stored-rows.js';
import { Eyes } from './eyes.js';
import type { Matches } from './matches.js';

/** One request to the naive executor: everything stored, who asks, in which language, and when. */
export class Asking {
  readonly eyes: Eyes;
  /** The row that each cursor taken in this request stands for; see `Cursor`. */
  readonly cursors = new Map<string, CursorPlace>();
  /** What a text has found in a list. */
  readonly found = new Map<string, ReadonlyMap<string, number>>();

  constructor(
    readonly rows: Tables,
    readonly matches: Matches,
    readonly viewer: Viewer,
    readonly locale: Locale,
    readonly now: Date,
  ) {
    this.eyes = new Eyes(viewer, rows);
  }

  /** A text in the language asked for, else in the other one. */
  text(sv: string | null, en: string | null, { locale }: { locale?: Locale | null } = {}): string | null {
    return (locale ?? this.locale) === 'EN' ? (en ?? sv) : (sv ?? en);
  }
}

/** Every list whose cursors a document may take. */
export type ListName =
  'ideas' | 'partners' | 'fundingCalls' | 'applications' | 'projects' | 'milestones' | 'activity' | 'statusUpdates';

/** Where a cursor points: a row of a list in one of its orders. */
export interface CursorPlace {
  readonly list: ListName;
  readonly args: Readonly<Record<string, unknown>>;
  readonly id: string | null;
}

/** A moment as the API writes it. */
export function moment(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function money(amount: string | null, currency: string | null): Amount | null {
  return amount === null ? null : { amount, currency: currency! };
}

/** Compares by each key in turn. Numbers, and texts by their characters. */
export function by<T>(...keys: ((row: T) => string | number | boolean)[]): (one: T, other: T) => number {
  return (one, other) => {
    for (const key of keys) {
      if (key(one) !== key(other)) return key(one) < key(other) ? -1 : 1;
    }
    return 0;
  };
}

/** Where somebody is reached, for those who have signed in; feed tokens are told of no mailbox. */
export function contactOf(row: { contact_email: string | null }, { viewer }: Asking): string | null {
  return viewer.role === null || viewer.feedOnly ? null : row.contact_email;
}
