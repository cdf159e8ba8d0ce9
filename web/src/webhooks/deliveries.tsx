import { useWords } from '../language/language';
import { Empty } from '../parts/states';
import { DeliveryRow } from './delivery-row';
import type { ShownWebhook } from './webhook-page';

const words = {
  title: { sv: 'Leveranser', en: 'Deliveries' },
  live: {
    sv: 'De senaste 30 dagarna, den nyaste först. Listan följer med av sig själv.',
    en: 'The last 30 days, the newest first. The list keeps up by itself.',
  },
  still: { sv: 'Äldre leveranser', en: 'Older deliveries' },
  none: { sv: 'Inget har skickats än', en: 'Nothing has been sent yet' },
  wait: { sv: 'Den första leveransen visas här av sig själv.', en: 'The first delivery shows here by itself.' },
  older: { sv: 'Äldre', en: 'Older' },
  newest: { sv: 'Till de nyaste', en: 'To the newest' },
};

/** What brings about the first delivery, by what the webhook's key may see. */
const trigger = {
  ADMIN: {
    sv: 'Ändra något för att se den komma: till exempel titeln på en idé.',
    en: 'Change something to see it come: the title of an idea, for instance.',
  },
  PARTNER: {
    sv: 'Ändra något för att se den komma: till exempel titeln på en av era idéer. Om andras idéer skickas inget.',
    en: "Change something to see it come: the title of one of your ideas, for instance. Nothing is sent of others' ideas.",
  },
  INTEGRATOR: {
    sv: 'Nyckeln får veta när utlysningar, partner och fokusområden ändras. Be Region Blekinge ändra en utlysning för att se den första komma. Vill du följa idéerna behöver nyckeln den rätten.',
    en: 'The key is told when calls, partners and focus areas change. Ask Region Blekinge to edit a call to see the first one come. To follow the ideas the key needs that right.',
  },
  FOLLOWING: {
    sv: 'Nyckeln får veta vad som händer med idéerna. Ändra en idé, eller be någon göra det, för att se den första komma.',
    en: 'The key is told what happens to the ideas. Change an idea, or ask somebody to, to see the first one come.',
  },
} as const;

interface DeliveriesProps {
  webhook: ShownWebhook;
  after: string | null;
  onPage: (after: string | null) => void;
}

/** A page of what a webhook was sent. */
export function Deliveries({ webhook, after, onPage }: DeliveriesProps) {
  const t = useWords(words);
  const { nodes, pageInfo } = webhook.deliveries;
  const older = pageInfo.hasNextPage && pageInfo.endCursor;
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries" className="keys-heading">
        {t.title}
      </h2>
      <p className="soft">{after ? t.still : t.live}</p>
      {nodes.length === 0 && !after && <None webhook={webhook} />}
      <ul className="delivery-list">
        {nodes.map(delivery => (
          <DeliveryRow key={delivery.id} delivery={delivery} deleted={webhook.disabledReason === 'DELETED'} />
        ))}
      </ul>
      <p className="deeds">
        {after && (
          <button type="button" onClick={() => onPage(null)}>
            {t.newest}
          </button>
        )}
        {older && (
          <button type="button" onClick={() => onPage(older)}>
            {t.older}
          </button>
        )}
      </p>
    </section>
  );
}

function None({ webhook: { apiKey, kinds } }: Pick<DeliveriesProps, 'webhook'>) {
  const t = useWords(words);
  const how = useWords(trigger);
  const follows = apiKey.role === 'INTEGRATOR' && apiKey.grants.includes('ACTIVITY');
  return (
    <Empty title={t.none}>
      {kinds.length === 0 && <p>{how[follows ? 'FOLLOWING' : apiKey.role]}</p>}
      <p>{t.wait}</p>
    </Empty>
  );
}
