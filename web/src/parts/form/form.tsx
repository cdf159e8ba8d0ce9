import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useWords } from '../../language/language';
import { faultOf, faultWords, fieldOf, foundHere } from './form-problems';
import { Problems, type Problem } from './problems';
import { noteSent, noteUnsaved, useUnsaved } from './unsaved';

const words = {
  required: { sv: 'Fält märkta med * måste fyllas i.', en: 'Fields marked with * must be filled in.' },
  mend: {
    sv: (n: number) => (n === 1 ? 'Ett fält behöver rättas.' : `${n} fält behöver rättas.`),
    en: (n: number) => (n === 1 ? 'One field has to be corrected.' : `${n} fields have to be corrected.`),
  },
};

/** What the fields of a form know of it. */
interface FormOfField {
  errorOf: (name: string) => string | undefined;
  /** Says that the form has a field of the name, and returns what takes it back. */
  has: (name: string) => () => void;
}

const FormContext = createContext<FormOfField>({ errorOf: () => undefined, has: () => () => {} });

/** The form a field stands in. */
export const useFormOfField = (): FormOfField => useContext(FormContext);

interface FormProps {
  /** What the service refused; each is said at the field its path leads to. */
  problems: readonly Problem[];
  onSave: (form: FormData) => void;
  children: ReactNode;
  className?: string;
  /** For whoever must know the form itself, such as to ask whether it may be left. */
  ref?: RefObject<HTMLFormElement | null>;
  /** Where every field must be filled in, a mark at each says nothing. */
  unmarked?: true;
}

/**
 * A form. Fields are named by the way to them in the service's input (`title.sv`), so that what is refused is said where
 * it can be mended; the first such field gets the focus. Leaving it unsaved is asked about.
 */
export function Form({ problems, onSave, children, className = 'form', ref, unmarked }: FormProps) {
  const t = useWords(words);
  const own = useRef<HTMLFormElement>(null);
  const form = ref ?? own;
  const names = useRef(new Set<string>()).current;
  const [here, setHere] = useState<readonly Problem[]>([]);
  const found = here.length > 0 ? here : problems;
  const submit = useSubmit(setHere, onSave);
  useUnsaved(form);
  useFocusOnFault(form, found);
  const placed = found.filter(({ path }) => fieldOf(path, names));
  const has = (name: string) => (names.add(name), () => void names.delete(name));
  const errorOf = (name: string) => placed.find(({ path }) => fieldOf(path, names) === name)?.message;
  return (
    <FormContext value={{ errorOf, has }}>
      <form ref={form} className={className} noValidate onSubmit={submit}>
        {!unmarked && <p className="soft form-note">{t.required}</p>}
        {children}
        <Problems problems={found.filter(one => !placed.includes(one))} />
        {placed.length > 0 && (
          <p className="field-error" role="alert">
            {t.mend(placed.length)}
          </p>
        )}
      </form>
    </FormContext>
  );
}

function useSubmit(setHere: (found: readonly Problem[]) => void, onSave: (form: FormData) => void) {
  const t = useWords(faultWords);
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.currentTarget;
    const faults = foundHere(form, (control, label) => faultOf(control, label, t));
    setHere(faults);
    if (faults.length > 0) return;
    noteSent(form);
    onSave(new FormData(form));
  };
}

/** What was refused is unsaved again, and the person is led to the first of it. */
function useFocusOnFault(form: RefObject<HTMLFormElement | null>, found: readonly Problem[]): void {
  useEffect(() => {
    if (found.length === 0) return;
    noteUnsaved(form.current!);
    form.current!.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [form, found]);
}
