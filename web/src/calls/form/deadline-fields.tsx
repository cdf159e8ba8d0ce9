import { useRef, useState } from 'react';
import { useWords } from '../../language/language';
import { toSwedish } from '../../language/swedish-time';
import { Line } from '../../parts/form/fields';
import { Icon } from '../../parts/icon';
import type { CallDefaults } from './call-defaults';
import { formWords } from './form-words';

/** As many deadlines as the call has. A row keeps its number, and so what is written in it, when another is removed. */
export function DeadlineFields({ deadlines = [] }: Pick<CallDefaults, 'deadlines'>) {
  const t = useWords(formWords);
  const [rows, setRows] = useState(() =>
    (deadlines.length > 0 ? deadlines : [{ at: '', label: '' }]).map((deadline, key) => ({ key, ...deadline })),
  );
  const next = useRef(rows.length);
  return (
    <>
      {rows.map(({ key, at, label }, index) => (
        <div key={key} className="deadline-row">
          <Line
            name={`deadlines.${key}.at`}
            type="datetime-local"
            label={t.deadline(index + 1)}
            defaultValue={at ? toSwedish(at) : ''}
          />
          <Line name={`deadlines.${key}.label`} label={t.deadlineLabel(index + 1)} defaultValue={label ?? ''} />
          <button
            type="button"
            className="quiet round"
            aria-label={t.removeDeadline(index + 1)}
            onClick={() => setRows(rows.filter(row => row.key !== key))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <p className="wide">
        <button type="button" onClick={() => setRows([...rows, { key: next.current++, at: '', label: '' }])}>
          <Icon name="plus" />
          {t.addDeadline}
        </button>
      </p>
    </>
  );
}
