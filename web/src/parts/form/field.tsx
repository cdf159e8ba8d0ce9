import { useEffect, useId, type ReactNode } from 'react';
import { useFormOfField } from './form';

/** What ties an input to its label, hint and error. */
export interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The way to the field in the service's input, such as `title.sv`: what the form refuses there is said here. */
  name?: string | undefined;
  required?: boolean | undefined;
  children: (wiring: Wiring) => ReactNode;
}

/** A labelled field: the hint and the error belong to the input for those who hear the page. */
export function Field({ label, hint, error, name, required, children }: FieldProps) {
  const id = useId();
  const refused = byItsLabel(useRefused(name) ?? error, name, label);
  const about = [hint && `${id}-hint`, refused && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        <span className="label-text">{label}</span>
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, ...(about && { 'aria-describedby': about }), ...(refused && { 'aria-invalid': true as const }) })}
      {refused && (
        <p className="field-error" id={`${id}-error`}>
          {refused}
        </p>
      )}
    </div>
  );
}

/** The service calls a field by its name in the API; here it is called what stands above it. */
function byItsLabel(message: string | undefined, name = '', label: string): string | undefined {
  const known = `${name.split('.').at(-1)} `;
  return message?.startsWith(known) && known !== ' ' ? `${label} ${message.slice(known.length)}` : message;
}

/** What the form around it refused about the field. */
function useRefused(name: string | undefined): string | undefined {
  const form = useFormOfField();
  useEffect(() => (name ? form.has(name) : undefined));
  return name ? form.errorOf(name) : undefined;
}
