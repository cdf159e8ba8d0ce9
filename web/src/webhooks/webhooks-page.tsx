import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { WebhooksDocument, type WebhooksQuery } from '../gql/graphql';
import { SignedInOnly } from '../keys/signed-in-only';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { KIND } from './kinds';
import { StandingMark } from './standing';
import { useOften } from './use-often';
import { WebhookDialog } from './webhook-dialog';
import { webhookWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/keeping/webhooks.css';

type Viewer = WebhooksQuery['viewer'];
type ListedWebhook = Viewer['webhooks'][number];

/** Where the service sends what happens, and how that is going. */
export function WebhooksPage() {
  const t = useWords(webhookWords);
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <SignedInOnly>
        <Shown />
      </SignedInOnly>
    </Page>
  );
}

function Shown() {
  const [answer, again] = useQuery({ query: WebhooksDocument, requestPolicy: 'cache-and-network' });
  const ask = () => again({ requestPolicy: 'network-only' });
  useOften(ask);
  return (
    <Answered answer={answer} again={ask} lines={3}>
      {({ viewer }) => <List viewer={viewer} />}
    </Answered>
  );
}

function List({ viewer }: { viewer: Viewer }) {
  const t = useWords(webhookWords);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <p className="deeds">
        <button type="button" className="main-deed" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t.add}
        </button>
      </p>
      {viewer.webhooks.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneMore}</p>
        </Empty>
      )}
      <ul className="webhook-list">
        {viewer.webhooks.map(webhook => (
          <Row key={webhook.id} webhook={webhook} />
        ))}
      </ul>
      {adding && <WebhookDialog role={viewer.role} onClose={() => setAdding(false)} />}
    </>
  );
}

function Row({ webhook }: { webhook: ListedWebhook }) {
  const t = useWords(webhookWords);
  const say = useSay();
  const format = useFormat();
  const { id, url, kinds, apiKey, createdAt, deliveries } = webhook;
  return (
    <li className="panel webhook-row">
      <div>
        <h2>
          <Link href={`/webhooks/${id}`}>{url}</Link>
        </h2>
        <p>{kinds.length === 0 ? t.everything : format.list(kinds.map(kind => say(KIND, kind)))}</p>
        <p className="soft">
          {t.ofKey(apiKey.name)} · {t.made(format.shortDate(createdAt))}
        </p>
      </div>
      <StandingMark webhook={webhook} newest={deliveries.nodes[0]} />
    </li>
  );
}
