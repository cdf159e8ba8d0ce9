import { useQuery } from 'urql';
import { Link } from 'wouter';
import { AccountDocument, type AccountQuery } from '../gql/graphql';
import { VIEWER_ROLE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Notices } from '../notices/notices';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { Sessions } from './sessions';
import { accountWords } from './words';
import '../styles/keeping/account.css';

/** Who I am here, what is sent to me, and where I am signed in. */
export function AccountPage() {
  const t = useWords(accountWords);
  const [answer, again] = useQuery({ query: AccountDocument, requestPolicy: 'cache-and-network' });
  const anew = () => again({ requestPolicy: 'network-only' });
  return (
    <Page title={t.title}>
      <Answered answer={answer} again={anew} lines={4}>
        {({ viewer }) => (viewer.role ? <Account viewer={viewer} /> : <Nobody />)}
      </Answered>
    </Page>
  );
}

function Nobody() {
  const t = useWords(accountWords);
  return (
    <Empty title={t.nobody}>
      <p>{t.nobodyMore}</p>
    </Empty>
  );
}

function Account({ viewer: { name, role, partner, sessions } }: { viewer: AccountQuery['viewer'] }) {
  const t = useWords(accountWords);
  const say = useSay();
  return (
    <>
      <dl className="account-who">
        <dt>{t.as}</dt>
        <dd>{name}</dd>
        <dt>{t.role}</dt>
        <dd>{say(VIEWER_ROLE, role!)}</dd>
        {partner && <dt>{t.partner}</dt>}
        {partner && (
          <dd>
            <Link href={`/partners/${partner.slug}`}>{partner.name}</Link>
          </dd>
        )}
      </dl>
      <Notices />
      {sessions.length > 0 && <Sessions sessions={sessions} />}
    </>
  );
}
