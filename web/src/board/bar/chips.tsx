import { useRef } from 'react';
import { useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import type { FilterName, Filters } from '../filters';
import type { Offered } from '../unknown';
import { boardWords } from '../words';

const words = {
  chosen: { sv: 'Valda filter', en: 'Chosen filters' },
  remove: { sv: 'Ta bort filtret', en: 'Remove the filter' },
  search: { sv: (text: string) => `Sökning: ${text}`, en: (text: string) => `Search: ${text}` },
  clear: boardWords.clear,
};

interface ChipsProps {
  offered: readonly Offered[];
  filters: Filters;
  /** How many there are, in words; undefined until known. */
  found: string | undefined;
  /** What is chosen by asking for one's own. */
  mine: string;
}

/** How many there are, and by which filters; each can be taken away. */
export function Chips({ offered, filters, found, mine }: ChipsProps) {
  const t = useWords(words);
  const place = useRef<HTMLDivElement>(null);
  const chosen = useChosen(offered, filters, mine);
  const remove = (change: () => void) => {
    change();
    // The chip goes, and the focus with it: it stays among the filters.
    place.current?.focus();
  };
  return (
    <div className="chips" ref={place} tabIndex={-1}>
      <p role="status" className="found">
        {found ?? '…'}
      </p>
      {chosen.length > 0 && (
        <ul aria-label={t.chosen}>
          {chosen.map(([name, text]) => (
            <li key={name}>
              <button
                type="button"
                className="chip"
                title={text}
                onClick={() => remove(() => filters.change(name, ''))}
              >
                <span className="unseen">{t.remove} </span>
                <span>{text}</span>
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <button type="button" className="quiet" onClick={() => remove(filters.clear)}>
          {t.clear}
        </button>
      )}
    </div>
  );
}

/** The filters of the address, as a person says them. */
function useChosen(offered: readonly Offered[], filters: Filters, ours: string): (readonly [FilterName, string])[] {
  const t = useWords(words);
  const [searched, mine] = [filters.value('q'), filters.value('mine')];
  const listed = offered.flatMap(({ name, label, choices }) => {
    const value = filters.value(name);
    const text = choices?.find(([code]) => code === value)?.[1].trim();
    return value ? [[name, `${label}: ${text ?? value}`] as const] : [];
  });
  return [
    ...(searched ? [['q', t.search(searched)] as const] : []),
    ...(mine ? [['mine', ours] as const] : []),
    ...listed,
  ];
}
