import type { DeliveryRowFragment, WebhookRowFragment } from '../gql/graphql';
import { useWords } from '../language/language';
import { webhookWords } from './words';

/** How a webhook is doing. */
type Standing = 'untried' | 'active' | 'failing' | 'disabled';

function standingOf({ active }: WebhookRowFragment, newest: DeliveryRowFragment | undefined): Standing {
  if (!active) return 'disabled';
  if (!newest) return 'untried';
  return newest.lastOutcome && newest.lastOutcome !== 'ACCEPTED' ? 'failing' : 'active';
}

interface StandingMarkProps {
  webhook: WebhookRowFragment;
  /** The delivery that is being made now or was made last: later ones wait for it. */
  newest: DeliveryRowFragment | undefined;
}

/** Whether what is sent arrives. */
export function StandingMark({ webhook, newest }: StandingMarkProps) {
  const t = useWords(webhookWords);
  const standing = standingOf(webhook, newest);
  return <span className={`state standing-${standing}`}>{t[standing]}</span>;
}
