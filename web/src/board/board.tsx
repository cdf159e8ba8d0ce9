import { lazy, Suspense, useDeferredValue } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { IdeasExport } from '../exports/ideas-export';
import { ViewerDocument, type IdeaFilter } from '../gql/graphql';
import { useWords } from '../language/language';
import { NewIdeaLink } from '../idea/new-idea/new-idea-link';
import { Page } from '../parts/page';
import { Loading } from '../parts/states';
import { Chips } from './bar/chips';
import { Columns } from './columns/columns';
import { totalOf, useFigures } from './columns/use-figures';
import { FilterBar } from './bar/filter-bar';
import { useFilters, useIdeaFilter, type Filters } from './filters';
import { NewestChange } from './newest-change';
import { useOffered } from './offered';
import { orderNamed, orderOf } from './order';
import { Mine } from './bar/mine';
import { SortChoice } from './bar/sort-choice';
import { Unknown, unknownIn } from './unknown';
import { useChoices } from './use-choices';
import { useView } from './view';
import { ViewSwitch } from './bar/view-switch';
import { boardWords } from './words';
import '../styles/board.css';
import '../styles/cards.css';

const IdeaTable = lazy(() => import('./table/idea-table').then(({ IdeaTable }) => ({ default: IdeaTable })));

/** All ideas by stage: where each stands, and the way to move them. */
export function Board() {
  const t = useWords(boardWords);
  const { filters, offered, unknown, filter, waiting } = useAsked();
  const figures = useFigures(filter, waiting);
  const known = unknown.length === 0;
  const total = known ? totalOf(figures) : undefined;
  return (
    <Page title={t.title} heading={<BoardHeading />}>
      <FilterBar {...{ offered, filters, filter }} />
      <div className="board-tools">
        <Chips {...{ offered, filters }} found={total === undefined ? undefined : t.found(total)} mine={t.mine} />
        <Mine filters={filters} />
        <IdeasExport filter={filter} />
        <SortChoice filters={filters} />
        <ViewSwitch filters={filters} />
      </div>
      {known ? <Ideas {...{ filters, filter, waiting, figures }} /> : <Unknown unknown={unknown} filters={filters} />}
    </Page>
  );
}

/** What the address asks for, as the service is asked. */
function useAsked() {
  const choices = useChoices();
  const filters = useFilters();
  const offered = useOffered(choices);
  const unknown = unknownIn(filters, offered);
  const filter = useIdeaFilter(slug => choices?.partners.nodes.find(partner => partner.slug === slug)?.id);
  const waiting = unknown.length > 0 || (Boolean(filters.value('partner')) && !choices);
  return { filters, offered, unknown, filter, waiting };
}

interface IdeasProps {
  filters: Filters;
  filter: IdeaFilter;
  waiting: boolean;
  figures: ReturnType<typeof useFigures>;
}

/** The ideas the way one chose to see them. */
function Ideas({ figures, ...asked }: IdeasProps) {
  // The switch shows at once what was chosen, and the ideas follow.
  const view = useDeferredValue(useView());
  const order = orderNamed(asked.filters.value('sort'), Boolean(asked.filter.text));
  const ask = { ...asked, orderBy: orderOf(order), filtered: asked.filters.active > 0 };
  if (view !== 'table') return <Columns {...ask} size={view} figures={figures} />;
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <IdeaTable {...ask} order={order} total={totalOf(figures)} />
    </Suspense>
  );
}

function BoardHeading() {
  const t = useWords(boardWords);
  const [{ data }] = useQuery({ query: ViewerDocument });
  const moves = data?.viewer.role === 'PARTNER' || data?.viewer.role === 'ADMIN';
  return (
    <div className="board-heading">
      <div>
        <h1>{t.title}</h1>
        <p className="lead">{moves ? t.intro : t.introReader}</p>
      </div>
      <NewestChange />
      <div className="deeds">
        {data?.viewer.role === 'ADMIN' && (
          <Link href="/ideas/import" className="button">
            {t.import}
          </Link>
        )}
        <NewIdeaLink />
      </div>
    </div>
  );
}
