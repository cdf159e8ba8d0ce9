import { useQuery } from 'urql';
import { NotFound } from '../frame/not-found';
import { CallPageDocument, type CallPageQuery } from '../gql/graphql';
import { CALL_STATUS } from '../language/domain-words';
import { useKnownName } from '../language/known-names';
import { useLocale, useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Answered } from '../parts/states';
import { AdminDeeds } from './admin-deeds';
import { ApplicationsOfCall } from './applications-of-call';
import { CallFigures } from './call-figures';
import { DeadlineList } from './deadline-list';
import { IdeasItCouldCarry } from './ideas-it-could-carry';
import { Rules } from './rules';
import { When } from './when';
import { callWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/idea/applications.css';
import '../styles/calls.css';

/** A call as its page shows it. */
export type ShownCall = NonNullable<CallPageQuery['fundingCall']>;

/** A call: its rules, its deadlines, and the ideas it could carry with the reasons. */
export function CallPage({ identifier }: { identifier: string }) {
  const locale = useLocale();
  const [answer, again] = useQuery({ query: CallPageDocument, variables: { identifier, locale } });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={5}>
      {({ fundingCall }) => (fundingCall ? <Shown call={fundingCall} /> : <NotFound />)}
    </Answered>
  );
}

function Shown({ call }: { call: ShownCall }) {
  return (
    <Page title={call.title} heading={<Heading call={call} />}>
      <div className="idea">
        <div className="idea-main">
          <IdeasItCouldCarry call={call} />
          <ApplicationsOfCall call={call} />
        </div>
        <aside className="idea-side">
          <DeadlineList call={call} />
          <Rules call={call} />
        </aside>
      </div>
    </Page>
  );
}

function Heading({ call }: { call: ShownCall }) {
  const t = useWords(callWords);
  const say = useSay();
  const known = useKnownName();
  return (
    <header className="idea-head call-head">
      <p className="card-line">
        <span className={`pill call-${call.status.toLowerCase()}`}>{say(CALL_STATUS, call.status)}</span>
        <span className="code">{call.identifier}</span>
      </p>
      <h1>{call.title}</h1>
      <p className="soft">
        {known(call.funder)} · {known(call.programme)}
      </p>
      {call.summary && <p className="lead">{call.summary}</p>}
      <When call={call} />
      <CallFigures call={call} />
      {call.url && (
        <p>
          <a href={call.url} rel="noreferrer">
            <Icon name="external" /> {t.page}
          </a>
        </p>
      )}
      <AdminDeeds call={call} />
    </header>
  );
}
