/** An exact amount as the service gives it. */
interface Amount {
  amount: string;
  currency: string;
}

/** An amount in hundredths, exact. */
function hundredths(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(2, '0').slice(0, 2));
}

function written(inHundredths: bigint): string {
  const digits = String(inHundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** How far amounts cover a budget. */
export interface Coverage {
  /** What they come to in the budget's currency. */
  covered: Amount;
  /** What is missing; nothing where the budget is covered. */
  gap: Amount | undefined;
  /** The other currencies, which don't count. */
  others: string[];
}

/** How far what is granted and promised covers a budget: amounts in its own currency, summed exactly. */
export function coverageOf(budget: Amount, amounts: readonly Amount[]): Coverage {
  const { currency } = budget;
  const own = amounts.filter(one => one.currency === currency).map(({ amount }) => hundredths(amount));
  const covered = own.reduce((sum, one) => sum + one, 0n);
  const lacks = hundredths(budget.amount) - covered;
  return {
    covered: { amount: written(covered), currency },
    gap: lacks > 0n ? { amount: written(lacks), currency } : undefined,
    others: [...new Set(amounts.map(one => one.currency))].filter(one => one !== currency),
  };
}
