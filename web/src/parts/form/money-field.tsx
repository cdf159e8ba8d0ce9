import { useState } from 'react';
import { useFormat, type Amount } from '../../language/format';
import { useWords } from '../../language/language';
import { Icon } from '../icon';
import { Field } from './field';
import { amountIn } from './money';

const words = {
  currencyOf: { sv: (label: string) => `Valuta för ${label}`, en: (label: string) => `Currency of ${label}` },
  unclear: {
    sv: 'Skriv ett belopp, till exempel 5 miljoner, 2,5 mkr eller 40 000 000.',
    en: 'Write an amount, such as 5 million, 2.5 million or 40 000 000.',
  },
};

interface MoneyFieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  value?: Amount | null | undefined;
  required?: boolean;
  /** What is worth knowing of what is written, which may be saved all the same. */
  note?: (written: Amount) => string | undefined;
}

/** An exact amount as people write it: 40000000.00 becomes 40 000 000. */
function written(amount: string): string {
  const [whole = '', part = ''] = amount.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ' ') + (Number(part) ? `,${part}` : '');
}

/** An amount and its currency. What was understood stands beside it; what wasn't is refused here. */
export function MoneyField({ name, label, hint, value, required, note }: MoneyFieldProps) {
  const t = useWords(words);
  const [text, setText] = useState(value ? written(value.amount) : '');
  const [currency, setCurrency] = useState(value?.currency ?? 'SEK');
  const understood = amountIn(text);
  const change = (input: HTMLInputElement) => {
    const now = amountIn(input.value);
    input.setCustomValidity(input.value.trim() && !now ? t.unclear : '');
    setText(input.value);
    if (now?.currency) setCurrency(now.currency);
  };
  return (
    <Field label={label} hint={hint} name={name} required={required}>
      {wiring => (
        <>
          <div className="money">
            <input
              {...wiring}
              name={name}
              inputMode="text"
              autoComplete="off"
              required={required}
              value={text}
              onChange={event => change(event.currentTarget)}
            />
            <select
              name={`${name}.currency`}
              aria-label={t.currencyOf(label)}
              value={currency}
              onChange={event => setCurrency(event.target.value)}
            >
              {[...new Set(['SEK', 'EUR', currency])].map(code => (
                <option key={code}>{code}</option>
              ))}
            </select>
          </div>
          <Meaning text={text} understood={understood && { amount: understood.amount, currency }} note={note} />
        </>
      )}
    </Field>
  );
}

interface MeaningProps extends Pick<MoneyFieldProps, 'note'> {
  text: string;
  understood: Amount | undefined;
}

/** What an amount in words comes to, and what is worth knowing of it. */
function Meaning({ text, understood, note }: MeaningProps) {
  const format = useFormat();
  const inFigures = /^[\d\s.,]*$/.test(text);
  const noted = understood && note?.(understood);
  return (
    <output className="hint">
      {understood && !inFigures ? `= ${format.money(understood)}` : ''}
      {noted && (
        <span className="noted">
          <Icon name="alert" /> {noted}
        </span>
      )}
    </output>
  );
}
