import { isDeepStrictEqual } from 'node:util';
import { LocalizedText } from './text/localized-text.js';
import { Money } from './money.js';

/**
 * What an update's input says, as it is stored: what was left out stays out, null stays null. Texts are trimmed and
 * money gets its two decimals.
 */
export function changesOf<T extends object, K extends keyof T>(input: T, fields: readonly K[]): Pick<T, K> {
  const given = fields.filter(field => input[field] !== undefined);
  return Object.fromEntries(given.map(field => [field, stored(input[field])])) as Pick<T, K>;
}

function stored(value: unknown): unknown {
  if (value instanceof LocalizedText) return LocalizedText.of(value);
  if (value instanceof Money) return Money.of(value);
  return Array.isArray(value) ? [...new Set(value)] : value;
}

/** Those of the changes that say something else than what is there: a change that changes nothing is none. */
export function differing<T extends object>(before: object, changes: T): Partial<T> {
  const present = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(changes).filter(([field, value]) => !isSame(present[field], value)),
  ) as Partial<T>;
}

/** Whether there is no change at all. */
export function isNothing(changes: object): boolean {
  return Object.keys(changes).length === 0;
}

/** Whether two values are stored alike: dates by their moment, lists of words as sets, null like nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

/** A value as it is compared and told: what it holds, as JSON has it. */
export function plain(value: unknown): unknown {
  if (value === undefined) return null;
  const read: unknown = JSON.parse(JSON.stringify(value));
  return Array.isArray(read) && read.every(item => typeof item === 'string') ? read.sort() : read;
}
