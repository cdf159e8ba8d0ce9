import type { InputHTMLAttributes } from 'react';
import { useWords } from '../../language/language';
import { Field } from '../../parts/form/field';
import { formWords } from './form-words';

/** What was refused about a field, by its name. */
export type ErrorOf = (name: string) => string | undefined;

interface LineProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: string;
  errorOf: ErrorOf;
}

/** A field of one line. */
export function Line({ label, hint, errorOf, className, ...input }: LineProps) {
  return (
    <div className={className}>
      <Field label={label} hint={hint} error={errorOf(input.name)}>
        {wiring => <input {...wiring} {...input} />}
      </Field>
    </div>
  );
}

interface TextProps {
  name: string;
  label: string;
  defaultValue: string;
}

/** A field of several lines. */
export function Text({ name, label, defaultValue }: TextProps) {
  return (
    <Field label={label}>{wiring => <textarea {...wiring} name={name} rows={4} defaultValue={defaultValue} />}</Field>
  );
}

interface MoneyProps {
  name: string;
  label: string;
  value: { amount: string; currency: string } | null | undefined;
  errorOf: ErrorOf;
}

/** An exact amount as people write it: 40000000.00 becomes 40 000 000. */
function written(amount: string): string {
  const [whole = '', part = ''] = amount.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ' ') + (Number(part) ? `,${part}` : '');
}

/** An amount and its currency. */
export function MoneyField({ name, label, value, errorOf }: MoneyProps) {
  const t = useWords(formWords);
  return (
    <Field label={label} error={errorOf(name)}>
      {wiring => (
        <div className="money">
          <input
            {...wiring}
            name={name}
            inputMode="decimal"
            defaultValue={value ? written(value.amount) : ''}
            pattern="[0-9\s]+([.,][0-9]{1,2})?"
          />
          <select name={`${name}Currency`} aria-label={t.currencyOf(label)} defaultValue={value?.currency ?? 'SEK'}>
            {[...new Set(['SEK', 'EUR', value?.currency ?? 'SEK'])].map(currency => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}

interface ChoicesProps {
  name: string;
  label: string;
  choices: readonly (readonly [string, string])[];
  chosen: readonly string[];
}

/** Any number of several choices. */
export function Choices({ name, label, choices, chosen }: ChoicesProps) {
  return (
    <div className="choices" role="group" aria-label={label}>
      <p aria-hidden="true">{label}</p>
      {choices.map(([code, text]) => (
        <label key={code} className="check">
          <input type="checkbox" name={name} value={code} defaultChecked={chosen.includes(code)} />
          {text}
        </label>
      ))}
    </div>
  );
}
