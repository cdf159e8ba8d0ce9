import { HAPPENED } from '../../language/activity-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { Changes } from './changes';
import type { ShownActivity } from './history';
import { Redaction } from '../../redaction/redact';
import { ideaWords } from '../words';
import { subjectOf } from './subject';

/** A change to something of the idea: what became of it, by whom and why. */
export function ActivityEntry({ activity }: { activity: ShownActivity }) {
  const t = useWords(ideaWords);
  const say = useSay();
  const format = useFormat();
  const subject = subjectOf(activity);
  return (
    <li className="entry">
      <p>
        {say(HAPPENED, activity.kind)}
        {subject && `: ${subject.name}`}
      </p>
      <Changes changes={activity.changes} />
      <p className="soft">
        <time dateTime={activity.at}>{format.moment(activity.at)}</time> {t.by(activity.actor.name)}
      </p>
      {activity.reason && <blockquote>{activity.reason}</blockquote>}
      <Redaction row={activity} what={say(HAPPENED, activity.kind)} />
    </li>
  );
}
