import { Link } from 'wouter';
import type { LiveChange } from '../frame/live';
import { CHANGED } from '../idea/history/change-words';
import { partsOf } from '../idea/history/parts-changed';
import { subjectOf } from '../idea/history/subject';
import { HAPPENED } from '../language/activity-words';
import { STAGE } from '../language/domain-words';
import { useSay } from '../language/language';

/** A change in a line: what happened, to what, which fields it changed and by whom. */
export function ChangeSaid({ change }: { change: LiveChange }) {
  const say = useSay();
  const { kind, idea, actor } = change;
  const subject = subjectOf(change);
  const moved = idea && (kind === 'IDEA_ADVANCED' || kind === 'IDEA_RETURNED');
  const fields = fieldsOf(change).map(field => say(CHANGED, field));
  return (
    <>
      {say(HAPPENED, kind)}
      {subject && ': '}
      {subject?.href ? <Link href={subject.href}>{subject.name}</Link> : subject?.name}
      {idea && (subject ? ' · ' : ': ')}
      {idea && (
        <Link href={`/ideas/${idea.code}`}>
          {idea.code} {idea.title}
        </Link>
      )}
      {moved && ` → ${say(STAGE, idea.stage)}`}
      {fields.length > 0 && ` (${fields.join(', ')})`}
      {` · ${actor.name}`}
    </>
  );
}

/** The fields that people know; all of a new thing's are new, which says nothing. */
function fieldsOf({ changes }: LiveChange): string[] {
  if (changes.every(({ before }) => before == null)) return [];
  return [...new Set(changes.flatMap(partsOf).map(({ field }) => field))].filter(field => field in CHANGED);
}
