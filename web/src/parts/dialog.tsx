import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../language/language';
import { beginAtFirstField } from './focus/first-field';
import { Icon } from './icon';

const words = { close: { sv: 'Stäng', en: 'Close' } };

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: true;
}

/** A modal dialog: the browser keeps focus inside, closes it on Escape and gives focus back. */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const t = useWords(words);
  // The cleanup runs while the dialog is still in the page, which is when close() can give focus back.
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    // By itself the browser would choose the button that closes.
    const end = beginAtFirstField(shown, shown.querySelector<HTMLElement>('.main-deed'));
    return () => (end(), shown.close());
  }, []);
  useClickOutside(dialog, onClose);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={name}
      onCancel={event => (event.preventDefault(), onClose())}
    >
      <div className="dialog-head">
        <h2 id={name}>{title}</h2>
        <button type="button" className="quiet round" onClick={onClose} aria-label={t.close}>
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

function useClickOutside(dialog: React.RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  useEffect(() => {
    const shown = dialog.current!;
    const click = (event: MouseEvent) => event.target === shown && onClose();
    shown.addEventListener('mousedown', click);
    return () => shown.removeEventListener('mousedown', click);
  }, [dialog, onClose]);
}
