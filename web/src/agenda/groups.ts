/** When something is due, as people speak of it. */
export type Group = 'OVERDUE' | 'WEEK' | 'MONTH' | 'LATER' | 'ANY_DAY';

export const GROUPS: readonly Group[] = ['OVERDUE', 'WEEK', 'MONTH', 'LATER', 'ANY_DAY'];

/** A day that something is due, and how far off the service counts it to be. */
export interface Due {
  readonly dueOn?: string | null | undefined;
  readonly daysLeft?: number | null | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/** The week goes on to its Sunday, the month to its last day: both from the day that `daysLeft` was counted from. */
export function groupOf({ dueOn, daysLeft }: Due): Group {
  if (dueOn == null || daysLeft == null) return 'ANY_DAY';
  if (daysLeft < 0) return 'OVERDUE';
  const today = new Date(Date.parse(dueOn) - daysLeft * DAY);
  const untilSunday = (7 - today.getUTCDay()) % 7;
  if (daysLeft <= untilSunday) return 'WEEK';
  return dueOn.slice(0, 7) === today.toISOString().slice(0, 7) ? 'MONTH' : 'LATER';
}
