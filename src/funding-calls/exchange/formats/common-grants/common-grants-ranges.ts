import Big from 'big.js';
import type { Amount } from '../../../../shared/money.js';
import { isInReach, millisOf } from '../../../../shared/time/instant.js';
import { currencyCode } from '../../../../shared/values/exact-values.js';
import type { ExportedCall } from '../../exported-call.js';
import { type Given, objectOf } from './common-grants-body.js';

const OPERATORS = ['between', 'outside'] as const;

/** From `min` to `max`, both within, or what is before or after both. */
export interface Range<T> {
  readonly operator: (typeof OPERATORS)[number];
  readonly min: T;
  readonly max: T;
}

/** The protocol's filters by amounts, and what they compare. */
const MONEY = [
  ['totalFundingAvailableRange', 'budget'],
  ['minAwardAmountRange', 'grantMin'],
  ['maxAwardAmountRange', 'grantMax'],
] as const;

/** What must lie in which range. */
export interface Ranges {
  readonly closeDate?: Range<Date>;
  readonly budget?: Range<Amount>;
  readonly grantMin?: Range<Amount>;
  readonly grantMax?: Range<Amount>;
}

export const RANGE_FILTERS: readonly string[] = ['closeDateRange', ...MONEY.map(([filter]) => filter)];

/** Reads the filters that are ranges; what can't be used is said in `errors`. */
export function rangesOf(given: Given, errors: string[]): Ranges {
  const closeDate = rangeOf(given, 'closeDateRange', dateOf, errors);
  const amounts = MONEY.flatMap(([filter, field]) => {
    const range = rangeOf(given, filter, amountOf, errors);
    if (range === null || range.min.currency === range.max.currency) return range ? [[field, range] as const] : [];
    errors.push(`${filter} takes a min and a max in one currency`);
    return [];
  });
  return { ...(closeDate && { closeDate }), ...(Object.fromEntries(amounts) as Omit<Ranges, 'closeDate'>) };
}

/** Whether all that was asked for holds for the call. What it doesn't tell, or tells in another currency, is in no range. */
export function isInRanges(call: ExportedCall, { closeDate, ...amounts }: Ranges): boolean {
  const closes = closesAt(call);
  const closesSo = !closeDate || (closes !== null && holds(closeDate, edge => closes - edge.getTime()));
  return closesSo && MONEY.every(([, field]) => isSoMuch(call[field], amounts[field]));
}

/** The deadline that closes the opportunity: the last one. */
export function closesAt({ deadlines, deadlineModel }: ExportedCall): number | null {
  if (deadlineModel === 'CONTINUOUS' || deadlines.length === 0) return null;
  return Math.max(...deadlines.map(({ at }) => millisOf(at)));
}

function isSoMuch(amount: Amount | null | undefined, range: Range<Amount> | undefined): boolean {
  if (!range) return true;
  return amount?.currency === range.min.currency && holds(range, edge => Big(amount.amount).cmp(edge.amount));
}

/** `above` tells on which side of an edge the value is, as comparisons do. */
function holds<T>({ operator, min, max }: Range<T>, above: (edge: T) => number): boolean {
  const isBetween = above(min) >= 0 && above(max) <= 0;
  return operator === 'between' ? isBetween : !isBetween;
}

function rangeOf<T>(
  given: Given,
  filter: string,
  read: (value: unknown, edge: 'min' | 'max') => T | null,
  errors: string[],
): Range<T> | null {
  if (given[filter] === undefined) return null;
  const { operator: word, value } = objectOf(given[filter]);
  const [min, max] = (['min', 'max'] as const).map(edge => read(objectOf(value)[edge], edge));
  const operator = OPERATORS.find(known => known === word);
  if (operator && min != null && max != null) return { operator, min, max };
  errors.push(`${filter} takes the operators between and outside and a value with min and max`);
  return null;
}

/** A day counts whole: as the first moment of the range it begins, as the last it ends. */
function dateOf(value: unknown, edge: 'min' | 'max'): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(value)) return null;
  const day = edge === 'min' ? `${value}T00:00:00Z` : `${value}T23:59:59.999Z`;
  const at = new Date(value.length > 10 ? value : day);
  return isInReach(at) ? at : null;
}

function amountOf(value: unknown): Amount | null {
  const { amount, currency } = objectOf(value);
  if (typeof amount !== 'string' || !/^\d{1,15}(?:\.\d{1,2})?$/.test(amount)) return null;
  const code = typeof currency === 'string' ? currencyCode(currency) : undefined;
  return code === undefined ? null : { amount, currency: code };
}
