import { Link } from 'wouter';
import { SearchBox } from '../board/search-box';
import { Choice } from '../board/choice';
import { useFilters } from '../board/filters';
import type { CallStatus } from '../gql/graphql';
import { CALL_STATUS } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Paged } from '../parts/paged';
import { Calendar } from './calendar';
import { CallListPage } from './call-list-page';
import { useAdmin } from './use-admin';
import { callWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/calls.css';

/** What can be applied for, when it closes, and which ideas it could carry. */
export function CallsPage() {
  const t = useWords(callWords);
  return (
    <Page title={t.title} heading={<Heading />}>
      <div className="calls">
        <List />
        <Calendar />
      </div>
    </Page>
  );
}

function Heading() {
  const t = useWords(callWords);
  const admin = useAdmin();
  return (
    <div className="board-heading">
      <div>
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </div>
      {admin && (
        <p className="deeds">
          <Link href="/calls/new" className="button main-deed">
            <Icon name="plus" />
            {t.add}
          </Link>
          <Link href="/calls/import" className="button">
            <Icon name="download" />
            {t.import}
          </Link>
        </p>
      )}
    </div>
  );
}

const STATUSES: readonly CallStatus[] = ['OPEN', 'FORTHCOMING', 'CLOSED', 'DRAFT', 'CANCELLED'];

function statusesOf(value: string): CallStatus[] | undefined {
  if (value === 'all') return undefined;
  const chosen = STATUSES.find(status => status.toLowerCase() === value);
  return chosen ? [chosen] : ['OPEN', 'FORTHCOMING'];
}

function List() {
  const t = useWords(callWords);
  const say = useSay();
  const filters = useFilters();
  const admin = useAdmin();
  const text = filters.value('q') || undefined;
  const filter = { text, statuses: statusesOf(filters.value('status')) };
  const offered = STATUSES.filter(status => admin || status !== 'DRAFT');
  return (
    <section aria-label={t.list}>
      <search className="filters">
        <SearchBox filters={filters} label={t.search} />
        <Choice
          name="status"
          label={t.status}
          first={t.statusNow}
          choices={[
            ...offered.map(status => [status.toLowerCase(), say(CALL_STATUS, status)] as const),
            ['all', t.all],
          ]}
          filters={filters}
        />
      </search>
      <Paged key={JSON.stringify(filter)}>{page => <CallListPage filter={filter} page={page} />}</Paged>
    </section>
  );
}
