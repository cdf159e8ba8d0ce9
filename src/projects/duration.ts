import type { GatePolicy } from '../programmes/gate-policy.js';
import { dayOf, type Instant, millisOf } from '../shared/time/instant.js';
import { swedishDay } from '../shared/time/local-time.js';

/** Years in whole quarters, both ends allowed. */
export interface YearRange {
  readonly min: number;
  readonly max: number;
}

/** How long a programme wants projects to be. */
export function yearsOf({
  projectMinYears,
  projectMaxYears,
}: Pick<GatePolicy, 'projectMinYears' | 'projectMaxYears'>): YearRange {
  return { min: projectMinYears, max: projectMaxYears };
}

/**
 * The project's length in years with its last day included: 2027-01-01–2031-12-31 is exactly 5.
 * Two decimals, the part of a year being the share of its own days, and never rounded to or past a whole year:
 * one day too short is 4.99 at most, one day too long at least 10.01. 0 when it ends before it starts.
 */
export function durationYears(startsOn: Instant, endsOn: Instant): number {
  const end = dayAfter(endsOn);
  if (end <= anniversary(startsOn, 0)) return 0;

  let years = new Date(end).getUTCFullYear() - new Date(startsOn).getUTCFullYear();
  if (anniversary(startsOn, years) > end) years -= 1;
  const begun = anniversary(startsOn, years);
  if (begun === end) return years;

  const share = (end - begun) / (anniversary(startsOn, years + 1) - begun);
  const hundredths = Math.min(99, Math.max(1, Math.round(share * 100)));
  return (years * 100 + hundredths) / 100;
}

/** Whether the project lasts that many years, compared on dates by anniversaries and never on rounded numbers. */
export function lastsWithin(startsOn: Instant, endsOn: Instant, { min, max }: YearRange): boolean {
  const end = dayAfter(endsOn);
  return anniversary(startsOn, min) <= end && end <= anniversary(startsOn, max);
}

/**
 * The day on which that many years from the start are full, a quarter being three months. Where a month lacks the
 * start's day, it is the first of the next: 2028-02-29–2033-02-28 is 5 years.
 */
function anniversary(startsOn: Instant, years: number): number {
  const start = new Date(millisOf(startsOn));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + years * 12];
  return Math.min(Date.UTC(year, month, start.getUTCDate()), Date.UTC(year, month + 1, 1));
}

/** The first moment that the project no longer runs. */
function dayAfter(endsOn: Instant): number {
  const end = new Date(millisOf(endsOn));
  return Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), end.getUTCDate() + 1);
}

/** What the rules know of a milestone. */
export interface MilestoneFacts {
  readonly dueOn: Instant;
  readonly completedOn?: Instant | null;
  readonly droppedAt?: Instant | null;
}

/** Whether its day is over in Sweden and it is neither completed nor dropped; on the day itself it is still in time. */
export function isOverdue({ dueOn, completedOn, droppedAt }: MilestoneFacts, at: Instant): boolean {
  return !completedOn && !droppedAt && swedishDay(at) > dayOf(dueOn);
}

/** Completed milestones over planned ones, 0 to 1, dropped ones left out; 0 while none is planned. */
export function progress(milestones: readonly Omit<MilestoneFacts, 'dueOn'>[]): number {
  const planned = milestones.filter(({ droppedAt }) => !droppedAt);
  if (planned.length === 0) return 0;
  return planned.filter(({ completedOn }) => completedOn).length / planned.length;
}
