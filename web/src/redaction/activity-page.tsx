import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { AdminOnly } from '../calls/admin-only';
import { ActivityHoldingDocument, type LoggedRowFragment } from '../gql/graphql';
import { Changes } from '../idea/history/changes';
import { KIND } from '../webhooks/kinds';
import { useFormat } from '../language/format';
import { useLocale, useSay, useWords } from '../language/language';
import { Line } from '../parts/form/fields';
import { More, type PageOfList, Paged } from '../parts/paged';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { Redaction } from './redact';
import { redactionWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';

/** The log, by what it holds: where administrators find what must be taken out of it. */
export function ActivityPage() {
  const t = useWords(redactionWords);
  const [text, setText] = useState('');
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = new FormData(event.currentTarget).get('text');
    setText(typeof written === 'string' ? written.trim() : '');
  };
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <AdminOnly>
        <form className="form" role="search" onSubmit={search}>
          <Line name="text" label={t.text} type="search" maxLength={200} />
          <p className="deeds">
            <button type="submit" className="main-deed">
              {t.search}
            </button>
          </p>
        </form>
        {text && (
          <section className="panel" aria-labelledby="found">
            <h2 id="found">{t.found}</h2>
            <Paged key={text}>{page => <Found text={text} page={page} />}</Paged>
          </section>
        )}
      </AdminOnly>
    </Page>
  );
}

function Found({ text, page }: { text: string; page: PageOfList }) {
  const t = useWords(redactionWords);
  const locale = useLocale();
  const variables = { text, after: page.after, locale };
  const [answer, again] = useQuery({ query: ActivityHoldingDocument, variables, requestPolicy: 'cache-and-network' });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ activity: { nodes, pageInfo } }) =>
        nodes.length === 0 ? (
          <Empty title={t.nothing}>
            <p>{t.nothingMore}</p>
          </Empty>
        ) : (
          <>
            <ol className="timeline">
              {nodes.map(row => (
                <Row key={row.id} row={row} />
              ))}
            </ol>
            <More page={page} info={pageInfo} />
          </>
        )
      }
    </Answered>
  );
}

function Row({ row }: { row: LoggedRowFragment }) {
  const t = useWords(redactionWords);
  const say = useSay();
  const format = useFormat();
  const what = say(KIND, row.kind);
  return (
    <li className="entry">
      <p>
        {what}
        {row.idea && (
          <>
            {': '}
            <Link href={`/ideas/${row.idea.code}`}>
              {row.idea.code} {row.idea.title}
            </Link>
          </>
        )}
      </p>
      <Changes changes={row.changes} />
      <p className="soft">
        <time dateTime={row.at}>{format.moment(row.at)}</time> {t.by(row.actor.name)}
      </p>
      {row.reason && <blockquote>{row.reason}</blockquote>}
      <Redaction row={row} what={what} />
    </li>
  );
}
