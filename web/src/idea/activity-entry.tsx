import { HAPPENED } from '../language/activity-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import type { ShownActivity } from './history';
import { ideaWords } from './words';

/** The name of what an activity is about, where it adds to the kind. */
function subjectOf({ subject }: ShownActivity): string | undefined {
  if (subject?.__typename === 'Membership') return subject.partner.name;
  if (subject?.__typename === 'Application') return subject.call.title;
  if (subject?.__typename === 'Milestone' || subject?.__typename === 'Outcome') return subject.title;
  return undefined;
}

/** A change to something of the idea, by whom and why. */
export function ActivityEntry({ activity }: { activity: ShownActivity }) {
  const t = useWords(ideaWords);
  const say = useSay();
  const format = useFormat();
  const subject = subjectOf(activity);
  return (
    <li className="entry">
      <p>
        {say(HAPPENED, activity.kind)}
        {subject && `: ${subject}`}
      </p>
      <p className="soft">
        <time dateTime={activity.at}>{format.moment(activity.at)}</time> {t.by(activity.actor.name)}
      </p>
      {activity.reason && <blockquote>{activity.reason}</blockquote>}
    </li>
  );
}
