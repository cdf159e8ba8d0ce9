import Big from 'big.js';
import { Currency } from './scalars.js';

/** A plain decimal with two decimals, or undefined for anything else, a negative amount or a part of a hundredth. */
export function exactAmount(text: string): string | undefined {
  if (!/^\d{1,15}(\.\d{1,20})?$/.test(text)) return undefined;
  const amount = Big(text);
  return amount.eq(amount.round(2)) ? amount.toFixed(2) : undefined;
}

export function isCurrency(text: string): boolean {
  try {
    Currency.parseValue(text);
    return true;
  } catch {
    return false;
  }
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && text.length <= 2_000 && !/\s/.test(text) && URL.canParse(text);
}
