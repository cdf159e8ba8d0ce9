import { Link } from 'wouter';
import { useNewestChange } from '../frame/live';
import { HAPPENED } from '../language/activity-words';
import { useSay, useWords } from '../language/language';
import { boardWords } from './words';

/** The newest change since the page was opened, as it arrives. */
export function NewestChange() {
  const t = useWords(boardWords);
  const say = useSay();
  const change = useNewestChange();
  return (
    <p className="newest" role="status">
      {change && (
        <span key={change.id} className="newest-change">
          <span className="newest-when">{t.justNow}</span> {say(HAPPENED, change.kind)}
          {change.idea && (
            <>
              {': '}
              <Link href={`/ideas/${change.idea.code}`}>
                {change.idea.code} {change.idea.title}
              </Link>
            </>
          )}
          {` · ${change.actor.name}`}
        </span>
      )}
    </p>
  );
}
