import Big from 'big.js';
import { exactAmount } from '../shared/values/exact-values.js';
import type { Bilingual } from '../shared/text/wording.js';
import { currencyOf } from './currencies.js';
import { cellNumber, LONGEST_NUMBER } from './numbers.js';

/** What the figures of an amount count: "mkr" is millions of SEK, "EUR" euros, "miljoner" millions of whatever it is. */
export interface Unit {
  readonly scale: number;
  readonly currency: string | undefined;
}

/** An amount in full with what the cell says of its currency, or what is wrong with it. */
export type CellAmount =
  { readonly amount: string; readonly currency: string | undefined } | { readonly problem: Bilingual };

const THOUSANDS = ['tusen', 'tusental', 'thousand', 'thousands', 'k'];
const MILLIONS = ['miljon', 'miljoner', 'milj', 'milj.', 'mn', 'mln', 'm', 'million', 'millions'];
const BILLIONS = ['miljard', 'miljarder', 'mdr', 'md', 'billion', 'billions', 'bn'];
const SCALES = wordsTo<number>([1e3, THOUSANDS], [1e6, MILLIONS], [1e9, BILLIONS]);

const UNITS = wordsTo<Unit>(
  [{ scale: 1e3, currency: 'SEK' }, ['tkr', 'kkr', 'ksek', 'tsek']],
  [{ scale: 1e6, currency: 'SEK' }, ['mkr', 'mnkr', 'msek', 'mnsek', 'miljonkr']],
  [{ scale: 1e9, currency: 'SEK' }, ['mdkr', 'mdrkr', 'gsek']],
  [{ scale: 1e3, currency: 'EUR' }, ['keur', 'teur', 'k€']],
  [{ scale: 1e6, currency: 'EUR' }, ['meur', 'mneur', 'm€']],
);

const NO_AMOUNT: Bilingual = {
  sv: 'är inget belopp. Skriv till exempel 1250000, 1 250 000 kr, 2,5 mkr eller EUR 5000000.',
  en: 'is not an amount. Write for instance 1250000, 1 250 000 kr, 2.5 mkr or EUR 5000000.',
};
const TOO_FINE: Bilingual = { sv: 'har fler än två decimaler.', en: 'has more than two decimals.' };
const TOO_LARGE: Bilingual = { sv: 'är ett för stort belopp.', en: 'is too large an amount.' };
const OTHER_UNIT: Bilingual = {
  sv: 'har en annan enhet än rubriken. Skriv samma enhet, eller ta bort enheten ur rubriken.',
  en: 'has another unit than the header. Write the same unit, or take the unit out of the header.',
};

/** The unit that a word or two stand for: "mkr", "miljoner kr", "EUR", "€"; undefined for any other text. */
export function unitOf(text: string): Unit | undefined {
  const word = text.replace(/\s+/g, ' ').trim().toLowerCase();
  const known = UNITS.get(word.replace(/\.$/, ''));
  if (known) return known;
  const scale = SCALES.get(word);
  if (scale !== undefined) return { scale, currency: undefined };
  const currency = currencyOf(word);
  if (currency !== undefined) return { scale: 1, currency };
  const [, first = '', rest = ''] = /^(\S+) (.+)$/.exec(word) ?? [];
  const [scaled, inCurrency] = [SCALES.get(first), currencyOf(rest)];
  return scaled !== undefined && inCurrency !== undefined ? { scale: scaled, currency: inCurrency } : undefined;
}

/** An amount as people write it, with a unit of its own, that of its header, or none: "8 mkr", "€ 5 000 000", "75.354.267". */
export function cellAmount(cell: string, header?: Unit): CellAmount {
  if (cell.length > LONGEST_NUMBER) return { problem: NO_AMOUNT };
  const found = /^(?<before>[^\d]*?)\s*(?<figures>\d(?:[\d\s.,'’]*\d)?)\s*(?<after>\D*)$/u.exec(cell);
  if (!found) return { problem: NO_AMOUNT };
  const { before = '', figures = '', after = '' } = found.groups!;
  const units = [before, after].filter(word => word !== '').map(unitOf);
  const own = joined(units);
  if (own === null) return { problem: NO_AMOUNT };
  if (own && header && header.scale !== 1 && own.scale !== header.scale) return { problem: OTHER_UNIT };
  const number = cellNumber(figures);
  if ('problem' in number) return number;
  return inFull(number.number, { scale: (own ?? header)?.scale ?? 1, currency: own?.currency ?? header?.currency });
}

function inFull(number: string, { scale, currency }: Unit): CellAmount {
  const full = Big(number).times(scale);
  if (full.gte(1e15)) return { problem: TOO_LARGE };
  const amount = exactAmount(full.toFixed());
  return amount === undefined ? { problem: TOO_FINE } : { amount, currency };
}

/** "EUR" before the figures and "million" after them are one unit; null where they contradict each other or mean nothing. */
function joined(units: readonly (Unit | undefined)[]): Unit | undefined | null {
  const [first, second] = units;
  if (units.some(unit => unit === undefined)) return null;
  if (!first || !second) return first;
  const currencies = new Set(units.flatMap(unit => unit!.currency ?? []));
  if (currencies.size > 1 || (first.scale !== 1 && second.scale !== 1)) return null;
  return { scale: first.scale * second.scale, currency: [...currencies][0] };
}

function wordsTo<T>(...meanings: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> {
  return new Map(meanings.flatMap(([meaning, words]) => words.map(word => [word, meaning] as const)));
}
