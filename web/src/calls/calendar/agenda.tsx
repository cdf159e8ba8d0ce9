import { Link } from 'wouter';
import { useFormat } from '../../language/format';
import { useKnownName } from '../../language/known-names';
import { useWords } from '../../language/language';
import { Empty } from '../../parts/states';
import type { Due } from './calendar';
import { callWords } from '../words';

/** The month's deadlines as a list: what closes, day by day. */
export function Agenda({ due }: { due: Due }) {
  const t = useWords(callWords);
  const format = useFormat();
  const known = useKnownName();
  if (due.size === 0) return <Empty title={t.nothingDue} />;
  return (
    <ol className="agenda">
      {[...due].map(([day, calls]) => (
        <li key={day} id={`due-${day}`} tabIndex={-1}>
          <time dateTime={day}>{format.dayInMonth(day)}</time>
          <ul>
            {calls.map(call => (
              <li key={call.id} className={`agenda-${call.status.toLowerCase()}`}>
                <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
                <p className="soft">{known(call.funder)}</p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
