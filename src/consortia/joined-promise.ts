import { wordsOf } from '../shared/described-enum.js';
import { Money, sumIn } from '../shared/money.js';
import { LetterOfIntent } from './roles.js';

/** What a member has promised. */
interface Promised {
  readonly letterOfIntent: LetterOfIntent;
  readonly commitment?: Money | null;
}

/** What two members that are one have promised together: the further letter, and the sum, which is in one currency. */
export function joinedPromise(
  one: Promised,
  other: Promised,
): { letterOfIntent: LetterOfIntent; commitment: Money | null } {
  const steps = wordsOf(LetterOfIntent);
  const furthest = Math.max(...[one, other].map(({ letterOfIntent }) => steps.indexOf(letterOfIntent)));
  const promises = [one, other].flatMap(({ commitment }) => commitment ?? []);
  const currency = promises[0]?.currency;
  const commitment = currency ? Money.of({ amount: sumIn(currency, promises), currency }) : null;
  return { letterOfIntent: steps[furthest]!, commitment };
}

/** Whether two members have promised in two currencies, which have no sum. */
export function inTwoCurrencies(one: Promised, other: Promised): boolean {
  return one.commitment != null && other.commitment != null && one.commitment.currency !== other.commitment.currency;
}
