import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { Field } from './field';

interface Labelled {
  /** The way to the field in the service's input, such as `title.sv`. */
  name: string;
  label: string;
  hint?: string | undefined;
}

/** A field of one line. */
export function Line({ label, hint, className, ...input }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <div className={className}>
      <Field label={label} hint={hint} name={input.name} required={input.required}>
        {wiring => <input {...wiring} {...input} />}
      </Field>
    </div>
  );
}

/** A field of several lines. */
export function Text({ label, hint, ...area }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field label={label} hint={hint} name={area.name} required={area.required}>
      {wiring => <textarea {...wiring} rows={4} {...area} />}
    </Field>
  );
}

/** A code and what people call it. */
export type Named = readonly [code: string, name: string];

interface SelectProps extends Labelled {
  choices: readonly Named[];
  defaultValue?: string | undefined;
  required?: boolean;
  /** What stands when nothing is chosen; without it one always is. */
  none?: string;
  onChange?: (code: string) => void;
}

/** One of a few choices. */
export function Select({ label, hint, choices, none, onChange, ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} name={select.name} required={select.required}>
      {wiring => (
        <select {...wiring} {...select} onChange={event => onChange?.(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChoicesProps extends Labelled {
  choices: readonly Named[];
  chosen: readonly string[];
}

/** Any number of several choices. */
export function Choices({ name, label, hint, choices, chosen }: ChoicesProps) {
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {choices.map(([code, text]) => (
        <label key={code} className="check">
          <input type="checkbox" name={name} value={code} defaultChecked={chosen.includes(code)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
