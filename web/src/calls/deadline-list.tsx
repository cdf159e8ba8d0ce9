import { DEADLINE_MODEL } from '../language/domain-words';
import { daysUntil, useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Deadline } from '../parts/deadline';
import type { ShownCall } from './call-page';
import { callWords } from './words';

/** Every deadline of a call, and the moment it opens. */
export function DeadlineList({ call: { deadlines, deadlineModel, opensAt } }: { call: ShownCall }) {
  const t = useWords(callWords);
  const say = useSay();
  const format = useFormat();
  return (
    <section className="panel" aria-labelledby="deadlines">
      <h2 id="deadlines">{t.allDeadlines}</h2>
      <p className="soft">
        {say(DEADLINE_MODEL, deadlineModel)}
        {opensAt && ` · ${t.opensAt} ${format.shortDate(opensAt)}`}
      </p>
      <ul className="rows">
        {deadlines.map(({ at, label }) => (
          <li key={at}>
            {daysUntil(at) < 0 ? (
              <s className="soft">{format.moment(at)}</s>
            ) : (
              <>
                <Deadline at={at} /> <span className="soft">{format.moment(at).slice(-5)}</span>
              </>
            )}{' '}
            {label && <span className="soft">{label}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
