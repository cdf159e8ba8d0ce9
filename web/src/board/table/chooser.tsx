import { useEffect, useRef } from 'react';
import { useWords } from '../../language/language';
import { fieldWords } from './field-words';
import { FIELDS, turnField, useChosenFields, type FieldName } from './fields';

const words = {
  columns: { sv: 'Kolumner', en: 'Columns' },
  which: { sv: 'Vad tabellen visar', en: 'What the table shows' },
};

/** Chooses what the table shows. */
export function Chooser({ offered }: { offered: readonly FieldName[] }) {
  const t = useWords({ ...words });
  const label = useWords(fieldWords);
  const chosen = useChosenFields();
  const place = useClosing();
  return (
    <details className="chooser" ref={place}>
      <summary className="button">{t.columns}</summary>
      <fieldset>
        <legend>{t.which}</legend>
        {offered.map(name => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={name === 'title'}
              onChange={() => turnField(name)}
            />
            {label[name]}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** The fields that there are for the viewer: money is told to those who may see some. */
export function offeredTo(signedIn: boolean): FieldName[] {
  return FIELDS.map(({ name }) => name).filter(name => signedIn || name !== 'asked');
}

/** Escape and a click elsewhere close it, as they do a menu. */
function useClosing() {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = place.current!;
    const outside = ({ target }: Event) => details.contains(target as Node) || (details.open = false);
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', outside);
    details.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      details.removeEventListener('keydown', escape);
    };
  }, []);
  return place;
}
