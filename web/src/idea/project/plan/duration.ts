/** How long a project lasts, its last day included. */
export interface Length {
  years: number;
  months: number;
  days: number;
}

/** How long a programme wants projects to be, in whole quarters of years. */
export interface YearRange {
  projectMinYears: number;
  projectMaxYears: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** The day on which that many months from the first are full, by the calendar of UTC. */
function full(startsOn: string, months: number): number {
  const start = new Date(startsOn);
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate());
}

/** The first moment that the project no longer runs. */
const dayAfter = (endsOn: string) => Date.parse(endsOn) + DAY;

/** How long it is from the first day to the last, which is included: 2027-01-01–2031-12-31 is 5 years. Nothing where it ends before it starts. */
export function lengthOf(startsOn: string, endsOn: string): Length | undefined {
  const end = dayAfter(endsOn);
  if (!(end > Date.parse(startsOn))) return undefined;
  const [from, to] = [new Date(startsOn), new Date(end)];
  const between = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const months = full(startsOn, between) > end ? between - 1 : between;
  const days = Math.round((end - full(startsOn, months)) / DAY);
  return { years: Math.floor(months / 12), months: months % 12, days };
}

/** The day on which the years are full; where a month lacks the first day's date, the first of the next. */
function anniversary(startsOn: string, years: number): number {
  const start = new Date(startsOn);
  const nextMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + years * 12 + 1, 1);
  return Math.min(full(startsOn, years * 12), nextMonth);
}

/** Whether it lasts that many years, compared on dates as the gate does. */
export function lastsWithin(
  startsOn: string,
  endsOn: string,
  { projectMinYears, projectMaxYears }: YearRange,
): boolean {
  const end = dayAfter(endsOn);
  return anniversary(startsOn, projectMinYears) <= end && end <= anniversary(startsOn, projectMaxYears);
}

const sv = new Intl.ListFormat('sv', { type: 'conjunction' });
const en = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The counts that say something; a project lasts a day at least. */
function told(counts: readonly (readonly [count: number, one: string, many: string])[]): string[] {
  return counts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
}

/** How long a project lasts, in words. */
export const durationWords = {
  length: {
    sv: ({ years, months, days }: Length) =>
      sv.format(
        told([
          [years, 'år', 'år'],
          [months, 'månad', 'månader'],
          [days, 'dag', 'dagar'],
        ]),
      ),
    en: ({ years, months, days }: Length) =>
      en.format(
        told([
          [years, 'year', 'years'],
          [months, 'month', 'months'],
          [days, 'day', 'days'],
        ]),
      ),
  },
} as const;
