import type { IdeaRowFragment } from '../../gql/graphql';
import type { Amount } from '../../language/format';

/** Amounts have two decimals: counted in hundredths they stay exact. */
const hundredths = (amount: string) => BigInt(amount.replace('.', ''));
const written = (sum: bigint) => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;

/** What the applications ask for, summed as `FundingSummary.requested` is: a sum for each currency. */
export function askedFor(applications: NonNullable<IdeaRowFragment['applications']>): Amount[] {
  const sums = new Map<string, bigint>();
  for (const { status, requested } of applications) {
    if (!requested || status === 'WITHDRAWN') continue;
    sums.set(requested.currency, (sums.get(requested.currency) ?? 0n) + hundredths(requested.amount));
  }
  return [...sums].map(([currency, sum]) => ({ currency, amount: written(sum) }));
}
