import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../../language/language';
import { Icon } from '../../../parts/icon';
import { planWords } from './plan-words';

interface PlanRowsProps<T> {
  /** The list in the service's input. */
  list: 'milestones' | 'outcomes' | 'indicators';
  legend: string;
  add: string;
  /** What a row is called, by its number. */
  nameOf: (number: number) => string;
  parts: readonly T[];
  /** The fields of a row; `way` leads to it in the service's input. */
  children: (part: T | undefined, way: string, index: number) => ReactNode;
}

/** A list of a plan as rows that one adds, removes and edits. A part keeps its id, and so all that is known of it. */
export function PlanRows<T extends { id: string }>(props: PlanRowsProps<T>) {
  const { list, legend, add, nameOf, parts, children } = props;
  const t = useWords(planWords);
  const { rows, place, append, remove } = useRows(parts);
  return (
    <fieldset ref={place} className="plan-rows">
      <legend>{legend}</legend>
      {rows.map(({ key, part }, index) => (
        <div key={key} className="plan-row" role="group" aria-label={nameOf(index + 1)}>
          {part && <input type="hidden" name={`${list}.${index}.id`} value={part.id} />}
          {children(part, `${list}.${index}`, index)}
          <button
            type="button"
            className="quiet round"
            aria-label={t.remove(nameOf(index + 1))}
            onClick={() => remove(key)}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <p>
        <button type="button" className="add-row" onClick={append}>
          <Icon name="plus" />
          {add}
        </button>
      </p>
    </fieldset>
  );
}

/** The rows, and where the focus goes when they come and go. */
function useRows<T extends { id: string }>(parts: readonly T[]) {
  const [rows, setRows] = useState<{ key: string; part: T | undefined }[]>(() =>
    parts.map(part => ({ key: part.id, part })),
  );
  const place = useRef<HTMLFieldSetElement>(null);
  const count = useRef(0);
  const focus = useRef('');
  useEffect(() => {
    if (!focus.current) return;
    place.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = '';
    // A row that comes or goes is written as much as a text is.
    place.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [rows]);
  const append = () => {
    count.current += 1;
    focus.current = '.plan-row:last-of-type :is(input:not([type=hidden]), select)';
    setRows([...rows, { key: `new ${count.current}`, part: undefined }]);
  };
  const remove = (key: string) => {
    focus.current = '.add-row';
    setRows(rows.filter(row => row.key !== key));
  };
  return { rows, place, append, remove };
}
