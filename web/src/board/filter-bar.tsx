import { useQuery } from 'urql';
import { ViewerDocument, type FilterChoicesQuery } from '../gql/graphql';
import { useLanguage, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Choice } from './choice';
import { areaChoices, objectiveChoices, partnerChoices, type NamedCode } from './choices';
import type { Filters } from './filters';
import { SearchBox } from './search-box';
import { boardWords } from './words';

/** Below this width the filters fold away; the same width as in board.css. */
const NARROW = 720;
const DAYS_AHEAD = [14, 30, 90];

interface FilterBarProps {
  choices: FilterChoicesQuery | undefined;
  filters: Filters;
}

/** Search as you type, and what else narrows the board. */
export function FilterBar({ choices, filters }: FilterBarProps) {
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
          <Choices choices={choices} filters={filters} />
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

function Choices({ choices, filters }: FilterBarProps) {
  const t = useWords(boardWords);
  const tongue = useLanguage();
  const states: NamedCode[] = [
    ['active', t.stateActive],
    ['paused', t.statePaused],
    ['ended', t.stateEnded],
    ['all', t.all],
  ];
  const ahead = DAYS_AHEAD.map(days => [String(days), t.days(days)] as const);
  return (
    <>
      <Choice name="area" label={t.area} first={t.all} choices={areaChoices(choices)} filters={filters} />
      <Choice name="partner" label={t.partner} first={t.all} choices={partnerChoices(choices)} filters={filters} />
      <Choice name="objective" label={t.objective} first={t.all} choices={objectiveChoices(tongue)} filters={filters} />
      <Choice name="state" label={t.state} first={t.stateNow} choices={states} filters={filters} />
      <Choice name="due" label={t.due} first={t.any} choices={ahead} filters={filters} />
      <SortChoice filters={filters} />
    </>
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
