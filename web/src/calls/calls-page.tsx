import { Link } from 'wouter';
import { SearchBox } from '../board/search-box';
import { Choice } from '../board/choice';
import { useFilters } from '../board/filters';
import { Unknown, unknownIn, type Offered } from '../board/unknown';
import type { CallStatus } from '../gql/graphql';
import { CALL_STATUS } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Paged } from '../parts/paged';
import { Calendar } from './calendar/calendar';
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
  return value ? STATUSES.filter(status => status.toLowerCase() === value) : ['OPEN', 'FORTHCOMING'];
}

function useStatuses(): Offered {
  const t = useWords(callWords);
  const say = useSay();
  const admin = useAdmin();
  const choices = STATUSES.filter(status => admin !== false || status !== 'DRAFT').map(
    status => [status.toLowerCase(), say(CALL_STATUS, status)] as const,
  );
  return { name: 'status', label: t.status, first: t.statusNow, choices: [...choices, ['all', t.all]] };
}

function List() {
  const t = useWords(callWords);
  const filters = useFilters();
  const statuses = useStatuses();
  const unknown = unknownIn(filters, [statuses]);
  const filter = { text: filters.value('q') || undefined, statuses: statusesOf(filters.value('status')) };
  return (
    <section aria-label={t.list}>
      <search className="filters">
        <SearchBox filters={filters} label={t.search} />
        <Choice {...statuses} filters={filters} />
      </search>
      {unknown.length > 0 ? (
        <Unknown unknown={unknown} filters={filters} />
      ) : (
        <Paged key={JSON.stringify(filter)}>{page => <CallListPage filter={filter} page={page} />}</Paged>
      )}
    </section>
  );
}
