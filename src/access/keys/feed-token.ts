import { now } from '../../shared/time/clock.js';
import { DAY_MS } from '../../shared/time/lengths.js';
import { type Fault, fault } from '../../shared/refuse.js';

/** Feed tokens at work that one key may have: each has rates of its own. */
export const MOST_FEED_TOKENS = 20;

/** Days from a sign-in at an organisation until what was made by it lapses. */
const LAPSE_DAYS = 180;

/** When a feed token lapses whose maker signs in at a moment, and then never again. */
export function lapseFrom(signIn: Date): Date {
  return new Date(signIn.getTime() + LAPSE_DAYS * DAY_MS);
}

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

export const NO_ROTATION = {
  sv: 'En prenumerationsnyckel får ingen ny hemlighet. Skapa en ny prenumerationsnyckel och återkalla den gamla.',
  en: 'A feed token gets no new secret. Make a new feed token and revoke the old one.',
};

export const NO_SECRET = {
  sv: 'Nyckeln bär webhookar för någon som har loggat in, och har ingen hemlighet.',
  en: 'The key bears webhooks of somebody who has signed in, and has no secret.',
};
