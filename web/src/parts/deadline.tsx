import { boardWords } from '../board/words';
import { daysUntil, useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Icon } from './icon';

const NEAR = 14;
const SOON = 30;

/** A deadline: the day and how far off it is; the nearer, the louder. */
export function Deadline({ at }: { at: string }) {
  const t = useWords(boardWords);
  const format = useFormat();
  const days = daysUntil(at);
  const urgency = days < 0 ? 'passed' : days < NEAR ? 'near' : days < SOON ? 'soon' : 'far';
  const left = days < 0 ? t.passed : days === 0 ? t.today : t.inDays(days);
  return (
    <time className={`deadline ${urgency}`} dateTime={at}>
      <Icon name="calendar" />
      <span className="unseen">{t.nextDeadline}: </span>
      {format.shortDate(at)} <span className="left">({left})</span>
    </time>
  );
}
