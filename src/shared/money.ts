import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import Big from 'big.js';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Currency, Decimal } from './values/scalars.js';

/** An exact amount and its currency; never a float. */
export interface Amount {
  amount: string;
  currency: string;
}

@Embeddable()
@ObjectType('Money', { description: 'An exact amount of money in one currency.' })
@InputType('MoneyInput', {
  description: 'An exact amount of money in one currency, at most two decimals, not negative.',
})
export class Money implements Amount {
  @Property({ type: 'decimal', precision: 18, scale: 2 })
  @Field(() => Decimal, { description: 'The amount in whole units of the currency, with two decimals: "1250000.00".' })
  amount!: string;

  @Property({ type: 'text' })
  @Field(() => Currency, { description: 'The ISO 4217 code of the currency: SEK, EUR, …' })
  currency!: string;

  /** The same amount with its two decimals. What is finer is kept, so that it is refused and never rounded away. */
  static of({ amount, currency }: Amount): Money {
    const exact = Big(amount);
    return Object.assign(new Money(), { amount: exact.toFixed(exact.eq(exact.round(2)) ? 2 : undefined), currency });
  }
}

/** Whether the one is more than the other, both in one currency: all digits are looked at where the first are the same. */
export function isMore(one: Readonly<Amount>, other: Readonly<Amount>): boolean {
  const [rounded, otherRounded] = [Number(one.amount), Number(other.amount)];
  return rounded === otherRounded ? Big(one.amount).gt(other.amount) : rounded > otherRounded;
}

/** The sum of those amounts that are in the currency, with two decimals. */
export function sumIn(currency: string, amounts: readonly (Amount | null | undefined)[]): string {
  return amounts
    .filter(money => money?.currency === currency)
    .reduce((sum, money) => sum.plus(money!.amount), Big(0))
    .toFixed(2);
}

/** The database's own check of an embedded amount that may be missing: not negative, and whole with its currency. */
export function notNegative(column: string): string {
  return `${column}_amount >= 0 and (${column}_amount is null) = (${column}_currency is null)`;
}
