import { LocalizedText } from './localized-text.js';
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
