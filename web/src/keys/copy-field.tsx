import { useRef, useState } from 'react';
import { useWords } from '../language/language';
import { Field } from '../parts/form/field';

const words = {
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierad.', en: 'Copied.' },
  marked: {
    sv: 'Webbläsaren lät oss inte kopiera. Texten är markerad: tryck Ctrl+C.',
    en: 'The browser did not let us copy. The text is selected: press Ctrl+C.',
  },
};

interface CopyFieldProps {
  label: string;
  value: string;
  hint?: string;
}

/** A text that is to be taken elsewhere. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const t = useWords(words);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current!.select();
    setSaid((await copied(value)) ? t.copied : t.marked);
  };
  return (
    <Field label={label} hint={hint}>
      {wiring => (
        <div className="copy-field">
          <input
            {...wiring}
            ref={field}
            className="secret-text"
            value={value}
            readOnly
            onFocus={event => event.target.select()}
          />
          <button type="button" aria-label={`${t.copy}: ${label}`} onClick={() => void copy()}>
            {t.copy}
          </button>
          <p className="hint" role="status">
            {said}
          </p>
        </div>
      )}
    </Field>
  );
}

/** Copies a text, also where the page came over plain HTTP and browsers have no clipboard for it. */
async function copied(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return document.execCommand('copy');
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
