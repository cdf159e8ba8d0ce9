import type { MoneyInput } from '../../gql/graphql';
import { amountIn } from './money';

/** What was written in a field, without the space around it; empty where there is no such field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What was written, or nothing. */
export const someOf = (form: FormData, name: string): string | null => textOf(form, name) || null;

/** A number, or nothing. */
export const numberOf = (form: FormData, name: string): number | null => {
  const text = textOf(form, name).replace(',', '.');
  return text === '' ? null : Number(text);
};

/** An amount as `MoneyField` takes it, or nothing. */
export function moneyOf(form: FormData, name: string): MoneyInput | null {
  const understood = amountIn(textOf(form, name));
  return understood ? { amount: understood.amount, currency: textOf(form, `${name}.currency`) } : null;
}

/** A text in both languages, or nothing where it has no Swedish. */
export function bothOf(form: FormData, name: string): { sv: string; en: string | null } | null {
  const sv = textOf(form, `${name}.sv`);
  return sv === '' ? null : { sv, en: someOf(form, `${name}.en`) };
}
