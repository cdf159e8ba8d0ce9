import { useQuery } from 'urql';
import { ViewerDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Choice } from './choice';
import type { NamedCode } from './choices';
import type { Filters } from './filters';
import { SearchBox } from './search-box';
import type { Offered } from './unknown';
import { boardWords } from './words';

/** Below this width the filters fold away; the same width as in board.css. */
const NARROW = 720;

interface FilterBarProps {
  offered: readonly Offered[];
  filters: Filters;
}

/** Search as you type, and what else narrows the board. */
export function FilterBar({ offered, filters }: FilterBarProps) {
  const t = useWords(boardWords);
  return (
    <search className="filters" aria-label={t.filters}>
      <SearchBox filters={filters} />
      <details className="filter-choices" open={window.innerWidth > NARROW || filters.active > 0}>
        <summary>
          {t.filters}
          {filters.active > 0 && <span className="count">{filters.active}</span>}
        </summary>
        <div className="filter-row">
          {offered.map(one => (
            <Choice key={one.name} {...one} filters={filters} />
          ))}
          <SortChoice filters={filters} />
          <Mine filters={filters} />
          {filters.active > 0 && (
            <button type="button" className="quiet" onClick={filters.clear}>
              <Icon name="cross" />
              {t.clear}
            </button>
          )}
        </div>
      </details>
    </search>
  );
}

/** A search begins with what fits best, and may be ordered otherwise. */
function SortChoice({ filters }: { filters: Filters }) {
  const t = useWords(boardWords);
  const searched = filters.value('q') !== '';
  const orders: NamedCode[] = [
    ...(searched ? [['due', t.sortDue] as const] : []),
    ['updated', t.sortUpdated],
    ['waiting', t.sortWaiting],
    ['title', t.sortTitle],
  ];
  return (
    <Choice
      name="sort"
      label={t.sort}
      first={searched ? t.sortRelevance : t.sortDue}
      choices={orders}
      filters={filters}
    />
  );
}

function Mine({ filters }: { filters: Filters }) {
  const t = useWords(boardWords);
  const [{ data }] = useQuery({ query: ViewerDocument });
  if (!data?.viewer.partner) return null;
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={filters.value('mine') !== ''}
        onChange={event => filters.change('mine', event.target.checked ? '1' : '')}
      />
      {t.mine}
    </label>
  );
}
