import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { NotFound } from '../frame/not-found';
import { WebhookPageDocument, type WebhookInFullFragment } from '../gql/graphql';
import { SignedInOnly } from '../keys/signed-in-only';
import { useFormat } from '../language/format';
import { useLocale, useSay, useWords } from '../language/language';
import { Page } from '../parts/page';
import { Answered } from '../parts/states';
import { Deliveries } from './deliveries';
import { KIND } from './kinds';
import { StandingMark } from './standing';
import { useOften } from './use-often';
import { WebhookDeeds } from './webhook-deeds';
import { DISABLED, webhookWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/keeping/keys.css';
import '../styles/keeping/webhooks.css';

const PAGE = 20;

const words = {
  one: { sv: 'Webhook', en: 'Webhook' },
};

/** A webhook as its page shows it. */
export type ShownWebhook = WebhookInFullFragment;

/** One webhook: what it was sent, how that went, and the way to send it again. */
export function WebhookPage({ id }: { id: string }) {
  const t = useWords(words);
  return (
    <SignedInOnly>
      <Asked id={id} title={t.one} />
    </SignedInOnly>
  );
}

/** Looks only at the newest page again and again: what is older stays as it was. */
function Asked({ id, title }: { id: string; title: string }) {
  const locale = useLocale();
  const [after, setAfter] = useState<string | null>(null);
  const [answer, again] = useQuery({
    query: WebhookPageDocument,
    variables: { id, first: PAGE, after, locale },
    requestPolicy: 'cache-and-network',
  });
  // What shows is the page before until the next one has come.
  const shown = answer.operation?.variables.after ?? null;
  const ask = () => again({ requestPolicy: 'network-only' });
  useOften(ask, after === null);
  return (
    <Answered answer={answer} again={ask} lines={4}>
      {({ node }) => {
        // An id of something else has nothing of a webhook.
        if (!node || !('deliveries' in node)) return <NotFound />;
        const webhook = node as ShownWebhook;
        return (
          <Page title={`${title} ${webhook.url}`} heading={<Heading webhook={webhook} onDone={ask} />}>
            <Deliveries webhook={webhook} after={shown} onPage={setAfter} />
          </Page>
        );
      }}
    </Answered>
  );
}

function Heading({ webhook, onDone }: { webhook: ShownWebhook; onDone: () => void }) {
  const all = useWords(webhookWords);
  const say = useSay();
  const format = useFormat();
  const { url, kinds, ideas, focusAreas, apiKey, createdAt, disabledReason, deliveries } = webhook;
  return (
    <header className="webhook-head">
      <p className="soft">
        <Link href="/webhooks">{all.title}</Link>
      </p>
      <h1>{url}</h1>
      <p>
        <StandingMark webhook={webhook} newest={deliveries.nodes[0]} />{' '}
        {kinds.length === 0 ? all.everything : format.list(kinds.map(kind => say(KIND, kind)))}
      </p>
      {(ideas.length > 0 || focusAreas.length > 0) && (
        <p className="soft">{all.limitedTo(format.list([...ideas.map(({ code }) => code), ...focusAreas]))}</p>
      )}
      <p className="soft">
        {all.ofKey(apiKey.name)} · {all.made(format.shortDate(createdAt))}
      </p>
      {disabledReason && (
        <p className="notice bad" role="status">
          {say(DISABLED, disabledReason)}
        </p>
      )}
      {disabledReason !== 'DELETED' && <WebhookDeeds webhook={webhook} onDone={onDone} />}
    </header>
  );
}
