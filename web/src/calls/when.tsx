import type { CallRowFragment } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Deadline } from '../parts/deadline';
import { callWords } from './words';

/** When the call opens and closes. */
export function When({ call: { status, deadlineModel, nextDeadline, opensAt } }: { call: CallRowFragment }) {
  const t = useWords(callWords);
  const format = useFormat();
  return (
    <p className="when">
      {nextDeadline && <Deadline at={nextDeadline} />}
      {deadlineModel === 'CONTINUOUS' && t.continuous}
      {status === 'FORTHCOMING' && opensAt && (
        <span className="soft">
          {t.opensAt} {format.date(opensAt)}
        </span>
      )}
    </p>
  );
}
