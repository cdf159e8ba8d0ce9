import { useState } from 'react';
import { Chips } from '../../board/bar/chips';
import { Choice } from '../../board/choice';
import { SearchBox } from '../../board/search-box';
import { Unknown } from '../../board/unknown';
import type { Filters } from '../../board/filters';
import { useWords } from '../../language/language';
import { Paged } from '../../parts/paged';
import { Loading } from '../../parts/states';
import { callWords } from '../words';
import { useCallFilters } from './call-filters';
import { CallListPage } from './call-list-page';
import { type OurMatches, useOurMatches } from './our-matches';
import { Mine } from '../../parts/mine';

/** Below this width the filters fold away; the same width as in board.css. */
const NARROW = 720;

/** The calls, nearest deadline first, narrowed by what stands in the address. */
export function CallList() {
  const t = useWords(callWords);
  const ours = useOurMatches();
  const { filters, offered, filter, unknown } = useCallFilters(ours);
  const [total, setTotal] = useState<number>();
  return (
    <section aria-label={t.list}>
      <search className="filters" aria-label={t.filters}>
        <SearchBox filters={filters} label={t.search} />
        <Ours filters={filters} ours={ours} />
        <details className="filter-choices" open={window.innerWidth > NARROW}>
          <summary>
            {t.filters}
            {filters.active > 0 && <span className="count">{filters.active}</span>}
          </summary>
          <div className="filter-row">
            {offered.map(one => (
              <Choice key={one.name} {...one} filters={filters} />
            ))}
          </div>
        </details>
      </search>
      {unknown.length > 0 ? (
        <Unknown unknown={unknown} filters={filters} />
      ) : (
        <>
          <Chips
            {...{ offered, filters }}
            found={total === undefined ? undefined : t.found(total)}
            mine={t.matchesOurs}
          />
          {filter ? (
            <Paged key={JSON.stringify(filter)}>
              {page => <CallListPage {...{ filter, page, ours }} onFound={setTotal} />}
            </Paged>
          ) : (
            <Loading lines={5} />
          )}
        </>
      )}
    </section>
  );
}

/** Only the calls that match the viewer's own ideas; nothing for whoever has none. */
function Ours({ filters, ours }: { filters: Filters; ours: OurMatches }) {
  const t = useWords(callWords);
  if (!ours) return null;
  return <Mine name={t.matchesOurs} filters={filters} />;
}
