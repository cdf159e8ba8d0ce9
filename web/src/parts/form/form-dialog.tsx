import { useRef, type ReactNode } from 'react';
import { useWords } from '../../language/language';
import { Dialog } from '../dialog';
import { Form } from './form';
import type { Problem } from './problems';
import { mayLeave } from './unsaved';

const words = { cancel: { sv: 'Avbryt', en: 'Cancel' } };

interface FormDialogProps {
  title: string;
  /** What the button that saves is called. */
  deed: string;
  problems: readonly Problem[];
  busy?: boolean;
  /** What the button that leaves it is called, where that isn't "Cancel". */
  leave?: string;
  onSave: (form: FormData) => void;
  onClose: () => void;
  children: ReactNode;
  wide?: true;
  /** Where no field must be filled in, or each must. */
  unmarked?: true;
}

/** A form in a dialog; closing it asks first where something is written. */
export function FormDialog({
  title,
  deed,
  problems,
  busy,
  leave,
  onSave,
  onClose,
  children,
  wide,
  unmarked,
}: FormDialogProps) {
  const t = useWords(words);
  const form = useRef<HTMLFormElement>(null);
  const close = () => mayLeave(form.current) && onClose();
  return (
    <Dialog title={title} onClose={close} wide={wide}>
      <Form ref={form} problems={problems} onSave={onSave} className="" unmarked={unmarked}>
        {children}
        <div className="dialog-end">
          <button type="button" onClick={close}>
            {leave ?? t.cancel}
          </button>
          <button type="submit" className="main-deed" aria-disabled={busy}>
            {deed}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
