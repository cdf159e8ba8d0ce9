import Big from 'big.js';

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Digits that a number of JSON holds whatever they are (IEEE 754, binary64). */
const EXACT_DIGITS = 15;

/** A number that stands in a document, by its digits. */
export interface WrittenNumber {
  readonly digits: string;
}

/**
 * A decimal as it is stored: a string of digits as it is, or a number where JSON holds it exactly. A number in a document
 * is accepted where it would be as a variable.
 */
export function decimalOf(value: unknown): string {
  const text = isNumber(value) ? digitsOf(typeof value === 'number' ? String(value) : value.digits) : value;
  if (typeof text === 'string' && DECIMAL.test(text)) return text;
  throw new TypeError(
    'Decimal must be a string of digits such as "1250000.00", with at most 15 digits before and 6 after the point.',
  );
}

function isNumber(value: unknown): value is number | WrittenNumber {
  return Number.isFinite(value) || (typeof value === 'object' && value !== null && 'digits' in value);
}

/** The plain digits of a number, or nothing where it is far too large or too fine to be a decimal. */
function digitsOf(written: string): string | undefined {
  const number = Big(written);
  if (Math.abs(number.e) > 30) return undefined;
  if (number.c.length > EXACT_DIGITS)
    throw new TypeError(
      `A number of JSON does not hold more than ${EXACT_DIGITS} digits exactly. Send it as a string, such as "1250000.00".`,
    );
  return number.eq(0) ? '0' : number.toFixed();
}
