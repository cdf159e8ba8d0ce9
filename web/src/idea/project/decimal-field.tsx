import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Field } from '../../parts/form/field';
import { textOf } from '../../parts/form/form-text';
import { decimalIn } from './decimal';
import { projectWords } from './project-words';

interface DecimalFieldProps {
  name: string;
  label: string;
  value?: string | null | undefined;
  required?: boolean;
}

/** What a `DecimalField` holds, or nothing. */
export const decimalOf = (form: FormData, name: string): string | null => decimalIn(textOf(form, name)) ?? null;

/** An exact number, with a comma or a point. How it was understood stands beside it where it has decimals. */
export function DecimalField({ name, label, value, required }: DecimalFieldProps) {
  const t = useWords(projectWords);
  const format = useFormat();
  const [text, setText] = useState(value ? format.decimal(value) : '');
  const understood = decimalIn(text);
  const change = (input: HTMLInputElement) => {
    input.setCustomValidity(input.value.trim() && !decimalIn(input.value) ? t.unclear : '');
    setText(input.value);
  };
  return (
    <Field label={label} name={name} required={required}>
      {wiring => (
        <>
          <input
            {...wiring}
            name={name}
            inputMode="decimal"
            autoComplete="off"
            required={required}
            value={text}
            onChange={event => change(event.currentTarget)}
          />
          <output className="hint">{understood && /[.,]/.test(text) ? `= ${format.decimal(understood)}` : ''}</output>
        </>
      )}
    </Field>
  );
}
