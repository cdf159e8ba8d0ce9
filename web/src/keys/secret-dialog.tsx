import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { noteSent, noteUnsaved } from '../parts/form/unsaved';
import { Icon } from '../parts/icon';
import { CopyField } from './copy-field';
import '../styles/keeping/keys.css';

const words = {
  once: { sv: 'Den visas bara nu.', en: 'It is shown only now.' },
  care: {
    sv: 'Lägg den där den ska användas, till exempel i en lösenordshanterare, och skicka den inte med e-post eller i chatt.',
    en: 'Put it where it will be used, such as a password manager, and do not send it by mail or chat.',
  },
  saved: { sv: 'Jag har sparat den', en: 'I have saved it' },
  leave: {
    sv: 'Har du sparat den? När du stänger går den inte att visa igen.',
    en: 'Have you saved it? Once you close this it cannot be shown again.',
  },
};

interface SecretDialogProps {
  title: string;
  /** What the secret is called. */
  label: string;
  secret: string;
  /** How it is used. */
  children: ReactNode;
  onClose: () => void;
}

/** Shows a secret the one time it is known; leaving it unsaved is asked about. */
export function SecretDialog({ title, label, secret, children, onClose }: SecretDialogProps) {
  const t = useWords(words);
  const held = useHeld();
  // It is let go before the page goes on, which would ask once more.
  const end = () => (noteSent(held.current!), onClose());
  const close = () => window.confirm(t.leave) && end();
  return (
    <Dialog title={title} onClose={close} wide>
      <form ref={held} onSubmit={event => (event.preventDefault(), end())}>
        <div className="notice">
          <Icon name="alert" />
          <p>
            <strong>{t.once}</strong> {t.care}
          </p>
        </div>
        <CopyField label={label} value={secret} />
        {children}
        <div className="dialog-end">
          <button type="submit" className="main-deed">
            {t.saved}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The page is not left either, by whatever way, without being asked. */
function useHeld() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const held = form.current!;
    noteUnsaved(held);
    return () => void noteSent(held);
  }, []);
  return form;
}
