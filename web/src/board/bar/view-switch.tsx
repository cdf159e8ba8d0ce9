import { useWords } from '../../language/language';
import type { Filters } from '../filters';
import { chooseView, useView, VIEWS } from '../view';

const words = {
  view: { sv: 'Visa som', en: 'Show as' },
  full: { sv: 'Kort', en: 'Cards' },
  compact: { sv: 'Kompakt', en: 'Compact' },
  table: { sv: 'Tabell', en: 'Table' },
};

/** Cards, compact cards or a table of the same ideas. */
export function ViewSwitch({ filters }: { filters: Filters }) {
  const t = useWords(words);
  const chosen = useView();
  return (
    <div className="segments" role="group" aria-label={t.view}>
      {VIEWS.map(view => (
        <button key={view} type="button" aria-pressed={view === chosen} onClick={() => chooseView(view, filters)}>
          {t[view]}
        </button>
      ))}
    </div>
  );
}
