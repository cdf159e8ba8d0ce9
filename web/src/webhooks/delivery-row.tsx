import { Link } from 'wouter';
import { RedeliverDocument } from '../gql/graphql';
import { Changes } from '../idea/history/changes';
import { subjectOf } from '../idea/history/subject';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Problems } from '../parts/form/problems';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { KIND } from './kinds';
import type { ShownWebhook } from './webhook-page';

type ShownDelivery = ShownWebhook['deliveries']['nodes'][number];

const words = {
  DELIVERED: { sv: 'Framme', en: 'Delivered' },
  FAILED: { sv: 'Gavs upp', en: 'Given up' },
  PENDING: { sv: 'På väg', en: 'On its way' },
  again: { sv: 'Försöks igen', en: 'To be tried again' },
  attempts: {
    sv: (n: number) => (n === 1 ? 'Ett försök' : `${n} försök`),
    en: (n: number) => (n === 1 ? 'One attempt' : `${n} attempts`),
  },
  noAnswer: { sv: 'Inget svar', en: 'No answer' },
  private: { sv: 'Adressen leder till ett privat nät', en: 'The address leads into a private network' },
  answered: { sv: (status: number) => `Svarade ${status}`, en: (status: number) => `Answered ${status}` },
  last: { sv: (moment: string) => `senast ${moment}`, en: (moment: string) => `last ${moment}` },
  next: { sv: (moment: string) => `Nästa försök ${moment}`, en: (moment: string) => `Next attempt ${moment}` },
  repeat: { sv: 'Skicka igen', en: 'Send again' },
  repeated: { sv: 'Leveransen skickas igen.', en: 'The delivery is sent again.' },
};

interface DeliveryRowProps {
  delivery: ShownDelivery;
  deleted: boolean;
}

/** One thing that happened on its way to the receiver. */
export function DeliveryRow({ delivery, deleted }: DeliveryRowProps) {
  const t = useWords(words);
  const say = useSay();
  const format = useFormat();
  const { send, problems, busy } = useChange(RedeliverDocument);
  const { status, attempts, activity } = delivery;
  const subject = subjectOf(activity);
  const repeat = async () => {
    if (await send(delivery.id)) toast({ text: t.repeated });
  };
  const tried = status === 'PENDING' && attempts > 0;
  return (
    <li className="panel delivery">
      <span className={`state ${status.toLowerCase()}${tried ? ' tried' : ''}`}>{tried ? t.again : t[status]}</span>
      <div>
        <h3>{say(KIND, activity.kind)}</h3>
        <p className="soft">
          {subject && (
            <>
              {subject.href ? <Link href={subject.href}>{subject.name}</Link> : subject.name}
              {' · '}
            </>
          )}
          {activity.idea && (
            <>
              <Link href={`/ideas/${activity.idea.code}`}>{activity.idea.title}</Link>
              {' · '}
            </>
          )}
          {format.moment(activity.at)}
        </p>
        <Changes changes={activity.changes} />
        <Course delivery={delivery} />
        <Problems problems={problems} />
      </div>
      {status !== 'PENDING' && !deleted && (
        <button type="button" aria-disabled={busy} onClick={() => void repeat()}>
          {t.repeat}
        </button>
      )}
    </li>
  );
}

/** What was tried, what came back and what comes next. */
function Course({ delivery }: { delivery: ShownDelivery }) {
  const t = useWords(words);
  const format = useFormat();
  const { attempts, responseStatus, lastOutcome, lastAttemptAt, nextAttemptAt } = delivery;
  if (attempts === 0 || !lastAttemptAt) return null;
  const answer = responseStatus
    ? t.answered(responseStatus)
    : lastOutcome === 'PRIVATE_ADDRESS'
      ? t.private
      : t.noAnswer;
  return (
    <p>
      {answer}. {t.attempts(attempts)}, {t.last(format.moment(lastAttemptAt))}.
      {nextAttemptAt && ` ${t.next(format.moment(nextAttemptAt))}.`}
    </p>
  );
}
