import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { ViewerDocument, type FilterChoicesQuery } from '../gql/graphql';
import { OBJECTIVE } from '../language/domain-words';
import { useLanguage, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { FilterName, Filters } from './filters';
import { boardWords } from './words';

const PAUSE_IN_TYPING = 250;

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
      <details className="filter-choices" open={window.innerWidth > 720 || filters.active > 0}>
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

function SearchBox({ filters }: { filters: Filters }) {
  const t = useWords(boardWords);
  const asked = filters.value('q');
  const [typed, setTyped] = useState(asked);
  const change = useRef(filters.change);
  change.current = filters.change;
  // The address may change by itself: the back button, or clearing the filters.
  useEffect(() => setTyped(before => (before.trim() === asked ? before : asked)), [asked]);
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = window.setTimeout(() => change.current('q', typed.trim()), PAUSE_IN_TYPING);
    return () => window.clearTimeout(timer);
  }, [typed, asked]);
  return (
    <label className="search-box">
      <Icon name="search" />
      <span className="unseen">{t.search}</span>
      <input
        type="search"
        value={typed}
        onChange={event => setTyped(event.target.value)}
        placeholder={`${t.search}: ${t.searchHint.toLowerCase()}`}
      />
    </label>
  );
}

function Choices({ choices, filters }: FilterBarProps) {
  const t = useWords(boardWords);
  const tongue = useLanguage();
  const areas = choices?.focusAreas.flatMap(area => [
    [area.code, area.name] as const,
    ...area.children.map(child => [child.code, `\u2003${child.name}`] as const),
  ]);
  const partners = choices?.partners.nodes.map(({ slug, name }) => [slug, name] as const);
  const objectives = Object.entries(OBJECTIVE).map(([code, name]) => [code, name[tongue]] as const);
  const searched = filters.value('q') ? ([['relevance', t.sortRelevance]] as const) : [];
  return (
    <>
      <Choice name="area" label={t.area} first={t.all} choices={areas} filters={filters} />
      <Choice name="partner" label={t.partner} first={t.all} choices={partners} filters={filters} />
      <Choice name="objective" label={t.objective} first={t.all} choices={objectives} filters={filters} />
      <Choice
        name="state"
        label={t.state}
        first={t.stateNow}
        filters={filters}
        choices={[
          ['active', t.stateActive],
          ['paused', t.statePaused],
          ['ended', t.stateEnded],
          ['all', t.all],
        ]}
      />
      <Choice
        name="due"
        label={t.due}
        first={t.any}
        filters={filters}
        choices={[14, 30, 90].map(days => [String(days), t.days(days)] as const)}
      />
      <Choice
        name="sort"
        label={t.sort}
        first={searched.length > 0 ? t.sortRelevance : t.sortDue}
        filters={filters}
        choices={[
          ...(searched.length > 0 ? [['due', t.sortDue] as const] : []),
          ['updated', t.sortUpdated],
          ['waiting', t.sortWaiting],
          ['title', t.sortTitle],
        ]}
      />
    </>
  );
}

interface ChoiceProps {
  name: FilterName;
  label: string;
  first: string;
  choices: readonly (readonly [string, string])[] | undefined;
  filters: Filters;
}

function Choice({ name, label, first, choices = [], filters }: ChoiceProps) {
  const value = filters.value(name);
  return (
    <label className={value ? 'choice chosen' : 'choice'}>
      <span>{label}</span>
      <select value={value} onChange={event => filters.change(name, event.target.value)}>
        <option value="">{first}</option>
        {choices.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
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
