import { dayOf, useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import type { Due } from './calendar';
import { weeksOf, type Month } from './month';
import { callWords } from '../words';

/** Any Monday will do to name the days of the week. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
const WEEK = Array.from({ length: 7 }, (_, day) => new Date(A_MONDAY + day * DAY).toISOString().slice(0, 10));

interface MonthGridProps {
  month: Month;
  due: Due;
}

/** The month as a sheet; a day on which calls close is marked with how many. */
export function MonthGrid({ month, due }: MonthGridProps) {
  const t = useWords(callWords);
  const format = useFormat();
  return (
    <table className="month">
      <caption className="unseen">
        {t.calendar}, {format.longMonth(`${month}-01`)}
      </caption>
      <thead>
        <tr>
          {WEEK.map(day => (
            <th key={day} scope="col">
              {format.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map(week => (
          <tr key={week.find(Boolean)}>
            {week.map((day, index) => (
              <Day key={day ?? index} day={day} due={due} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, due }: { day: string | null; due: Due }) {
  const t = useWords(callWords);
  if (!day) return <td />;
  const calls = due.get(day);
  const number = Number(day.slice(8));
  const today = dayOf(new Date());
  return (
    <td className={day === today ? 'today' : ''} aria-current={day === today ? 'date' : undefined}>
      {calls ? (
        <a
          className={day < today ? 'past' : ''}
          href={`#due-${day}`}
          aria-label={`${number}, ${t.found(calls.length)}: ${calls.map(({ title }) => title).join(', ')}`}
        >
          {number}
          {calls.length > 1 && <span className="month-count" data-count={calls.length} aria-hidden="true" />}
        </a>
      ) : (
        number
      )}
    </td>
  );
}
