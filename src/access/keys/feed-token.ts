import { now } from '../../shared/time/clock.js';
import { type Fault, fault } from '../../shared/refuse.js';

/** Feed tokens at work that one key may have: each has rates of its own. */
export const MOST_FEED_TOKENS = 20;

export interface NewFeedToken {
  name: string;
  expiresAt?: Date | null | undefined;
}

/** When a feed token ends at the latest: in a year, or with the key that makes it if that is before. */
export function latestEnd({ expiresAt }: { expiresAt?: Date | null }): Date {
  const inAYear = now();
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1);
  return expiresAt && expiresAt < inAYear ? expiresAt : inAYear;
}

export function endFaults(expiresAt: Date | null | undefined, latest: Date): Fault[] {
  if (!expiresAt || expiresAt <= latest) return [];
  const moment = latest.toISOString();
  return [
    fault('INVALID', ['expiresAt'], {
      sv: `En prenumerationsnyckel gäller högst ett år och aldrig längre än nyckeln som gör den: senast till ${moment}.`,
      en: `A feed token works for a year at most, and never longer than the key that makes it: until ${moment} at the latest.`,
    }),
  ];
}
