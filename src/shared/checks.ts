import Big from 'big.js';
import { cleaned } from './text/clean-text.js';
import type { Localized } from './text/localized-text.js';
import type { Amount } from './money.js';
import { type Fault, fault } from './refuse.js';

// What is wrong is said of the field that the path names, so that whoever shows it can call the field by its own label.

/** The longest texts that are kept, in characters. */
export const LONGEST = { name: 200, title: 300, text: 10_000, reason: 2_000 } as const;

/** What is wrong with a text that must be there: blank, or longer than allowed. */
export function textFaults(path: readonly string[], text: string, longest: number): Fault[] {
  if (cleaned(text) === '') {
    return [
      fault('REQUIRED', path, {
        sv: 'Texten får inte vara tom.',
        en: 'The text may not be blank.',
      }),
    ];
  }
  return tooLong(path, text, longest);
}

/** What is wrong with a text that need not be there. */
export function tooLong(path: readonly string[], text: string, longest: number): Fault[] {
  if (text.length <= longest) return [];
  return [
    fault('INVALID', path, {
      sv: `Texten får ha högst ${longest} tecken och har ${text.length}.`,
      en: `The text may have at most ${longest} characters and has ${text.length}.`,
    }),
  ];
}

/** The same for a text in two languages, where Swedish is required. */
export function localizedFaults(field: string, text: Localized | null | undefined, longest: number): Fault[] {
  if (!text) return [];
  return [...textFaults([field, 'sv'], text.sv, longest), ...tooLong([field, 'en'], text.en ?? '', longest)];
}

/** Says which of the fields that cannot be emptied were sent as null. */
export function nullFaults<T extends object>(changes: T, fields: readonly (keyof T & string)[]): Fault[] {
  return fields
    .filter(field => changes[field] === null)
    .map(field =>
      fault('REQUIRED', [field], {
        sv: 'Fältet kan inte tömmas. Utelämna det för att behålla värdet.',
        en: 'The field cannot be emptied. Leave it out to keep the value.',
      }),
    );
}

/** What is wrong with an amount of money: negative, or finer than hundredths. */
export function moneyFaults(path: readonly string[], money: Amount | null | undefined): Fault[] {
  if (!money) return [];
  const amount = Big(money.amount);
  if (amount.gte(0) && amount.eq(amount.round(2))) return [];
  return [
    fault('INVALID', [...path, 'amount'], {
      sv: 'Beloppet får inte vara negativt och ska ha högst två decimaler.',
      en: 'The amount may not be negative and has at most two decimals.',
    }),
  ];
}

/** What is wrong with a whole number that must lie within bounds. */
export function rangeFaults(
  path: readonly string[],
  value: number | null | undefined,
  [least, most]: readonly [number, number],
): Fault[] {
  if (value == null || (value >= least && value <= most)) return [];
  return [
    fault('INVALID', path, {
      sv: `Talet ska vara mellan ${least} och ${most}.`,
      en: `The number must be between ${least} and ${most}.`,
    }),
  ];
}

/** What is wrong with an optional reason. */
export function reasonFaults(reason: string | null | undefined): Fault[] {
  return tooLong(['reason'], reason ?? '', LONGEST.reason);
}
