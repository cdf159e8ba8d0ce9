import { Link } from 'wouter';
import { midnightIn, useFilters } from '../board/filters';
import { ExportMenu } from '../exports/export-menu';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Calendar } from './calendar/calendar';
import { statusesOf } from './list/call-filters';
import { CallList } from './list/call-list';
import { useAdmin } from './use-admin';
import { callWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/calls.css';

/** What can be applied for, when it closes, and which ideas it could carry. */
export function CallsPage() {
  const t = useWords(callWords);
  return (
    <Page title={t.heading} heading={<Heading />}>
      <div className="calls">
        <CallList />
        <Calendar />
      </div>
    </Page>
  );
}

function Heading() {
  const t = useWords(callWords);
  const filters = useFilters();
  const admin = useAdmin();
  return (
    <div className="board-heading">
      <div>
        <h1>{t.heading}</h1>
        <p className="lead">{t.lead}</p>
      </div>
      <div className="deeds">
        {admin && (
          <>
            <Link href="/calls/new" className="button main-deed">
              <Icon name="plus" />
              {t.add}
            </Link>
            <Link href="/calls/new#text" className="button">
              <Icon name="pen" />
              {t.addFromText}
            </Link>
            <Link href="/calls/import" className="button">
              <Icon name="upload" />
              {t.import}
            </Link>
          </>
        )}
        <ExportMenu
          table="calls"
          conditions={{
            text: filters.value('q'),
            status: statusesOf(filters.value('status')),
            focusArea: filters.value('area'),
            funder: filters.value('funder'),
            programme: filters.value('programme'),
            deadlineBefore: midnightIn(Number(filters.value('due'))),
          }}
        />
      </div>
    </div>
  );
}
