import { useState } from 'react';
import type { IdeaFilter } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Choice } from '../choice';
import type { Filters } from '../filters';
import { SearchBox } from '../search-box';
import type { Offered } from '../unknown';
import { useCounts } from './use-counts';
import { boardWords } from '../words';

/** Below this width the filters fold away; the same width as in board.css. */
const NARROW = 720;

interface FilterBarProps {
  offered: readonly Offered[];
  filters: Filters;
  filter: IdeaFilter;
}

/** Search as you type, and what else narrows the board; each choice says how many ideas it gives. */
export function FilterBar({ offered, filters, filter }: FilterBarProps) {
  const t = useWords(boardWords);
  // Counting costs the service a dozen sums: it is asked once somebody comes near the choices.
  const [near, setNear] = useState(false);
  const counts = useCounts(filter, near);
  return (
    <search className="filters" aria-label={t.filters}>
      <SearchBox filters={filters} />
      <details className="filter-choices" open={window.innerWidth > NARROW}>
        <summary>
          {t.filters}
          {filters.active > 0 && <span className="count">{filters.active}</span>}
        </summary>
        <div className="filter-row" onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)}>
          {offered
            .filter(({ rare }) => !rare)
            .map(one => (
              <Choice key={one.name} {...one} counts={counts[one.name]} filters={filters} />
            ))}
          <MoreFilters offered={offered.filter(({ rare }) => rare)} filters={filters} />
        </div>
      </details>
    </search>
  );
}

/** What narrows the board more seldom; it stands open from the start where something of it is chosen. */
function MoreFilters({ offered, filters }: Pick<FilterBarProps, 'offered' | 'filters'>) {
  const t = useWords(boardWords);
  const [open, setOpen] = useState(() => offered.some(({ name }) => filters.value(name)));
  return (
    <details className="filter-more" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t.moreFilters}</summary>
      {open && (
        <div className="filter-row">
          {offered.map(one => (
            <Choice key={one.name} {...one} filters={filters} />
          ))}
        </div>
      )}
    </details>
  );
}
