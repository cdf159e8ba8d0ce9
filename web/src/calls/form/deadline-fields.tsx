import { useState } from 'react';
import { useWords } from '../../language/language';
import { toSwedish } from '../../language/swedish-time';
import { Icon } from '../../parts/icon';
import { Line, type ErrorOf } from './form-fields';
import { formWords } from './form-words';

interface DeadlineFieldsProps {
  deadlines: readonly { at: string; label?: string | null }[];
  errorOf: ErrorOf;
}

/** As many deadlines as the call has. */
export function DeadlineFields({ deadlines, errorOf }: DeadlineFieldsProps) {
  const t = useWords(formWords);
  const [rows, setRows] = useState(() =>
    (deadlines.length > 0 ? deadlines : [{ at: '' }]).map((deadline, id) => ({ ...deadline, id })),
  );
  const add = () => setRows([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, at: '' }]);
  return (
    <>
      {rows.map(({ id, at, label }, index) => (
        <div key={id} className="deadline-row">
          <Line
            name="deadlineAt"
            type="datetime-local"
            label={t.deadline(index + 1)}
            defaultValue={at && toSwedish(at)}
            errorOf={index ? () => undefined : name => errorOf(name) ?? errorOf('deadlines')}
          />
          <Line
            name="deadlineLabel"
            label={t.deadlineLabel(index + 1)}
            defaultValue={label ?? ''}
            errorOf={() => undefined}
          />
          <button
            type="button"
            className="quiet round"
            aria-label={t.removeDeadline(index + 1)}
            onClick={() => setRows(rows.filter(row => row.id !== id))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <p className="wide">
        <button type="button" onClick={add}>
          <Icon name="plus" />
          {t.addDeadline}
        </button>
      </p>
    </>
  );
}
