import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { CallListDocument, type CallRowFragment } from '../gql/graphql';
import { dayOf, useFormat } from '../language/format';
import { fromSwedish } from '../language/swedish-time';
import { useLocale, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Answered } from '../parts/states';
import { Agenda } from './agenda';
import { isMonth, monthAway, thisMonth, type Month } from './month';
import { MonthGrid } from './month-grid';
import { callWords } from './words';

/** The calls that close on each day. */
export type Due = ReadonlyMap<string, readonly CallRowFragment[]>;

const MOST = 100;

/** The deadlines of a month, kept in the address. */
export function Calendar() {
  const t = useWords(callWords);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('month') ?? '';
  const month = isMonth(asked) ? asked : thisMonth();
  const go = (to: Month) =>
    setSearch(before => {
      const next = new URLSearchParams(before);
      if (to === thisMonth()) next.delete('month');
      else next.set('month', to);
      return next;
    });
  return (
    <section className="panel calendar" aria-label={t.calendar}>
      <CalendarHead month={month} go={go} />
      <MonthOfDeadlines month={month} />
    </section>
  );
}

function CalendarHead({ month, go }: { month: Month; go: (to: Month) => void }) {
  const t = useWords(callWords);
  const format = useFormat();
  return (
    <div className="calendar-head">
      <h2 aria-live="polite">{format.longMonth(`${month}-01`)}</h2>
      {month !== thisMonth() && (
        <button type="button" className="quiet" onClick={() => go(thisMonth())}>
          {t.today}
        </button>
      )}
      <button type="button" className="quiet round" aria-label={t.before} onClick={() => go(monthAway(month, -1))}>
        <Icon name="back" />
      </button>
      <button type="button" className="quiet round" aria-label={t.after} onClick={() => go(monthAway(month, 1))}>
        <Icon name="forward" />
      </button>
    </div>
  );
}

function MonthOfDeadlines({ month }: { month: Month }) {
  const locale = useLocale();
  const filter = useMemo(
    () => ({
      statuses: ['OPEN', 'FORTHCOMING', 'CLOSED'] as const satisfies readonly string[],
      deadlineAfter: fromSwedish(`${month}-01T00:00`),
      deadlineBefore: fromSwedish(`${monthAway(month, 1)}-01T00:00`),
    }),
    [month],
  );
  const variables = { filter: { ...filter, statuses: [...filter.statuses] }, first: MOST, locale };
  const [answer, again] = useQuery({ query: CallListDocument, variables });
  return (
    <Answered answer={answer} again={again} lines={3}>
      {({ fundingCalls: { nodes } }) => {
        const due = dueIn(month, nodes);
        return (
          <>
            <MonthGrid month={month} due={due} />
            <Agenda due={due} />
          </>
        );
      }}
    </Answered>
  );
}

/** Every deadline of the month by its day, also those of calls with several. */
function dueIn(month: Month, calls: readonly CallRowFragment[]): Due {
  const due = new Map<string, CallRowFragment[]>();
  for (const call of calls) {
    for (const day of new Set(call.deadlines.map(({ at }) => dayOf(at)))) {
      if (day.startsWith(month)) due.set(day, [...(due.get(day) ?? []), call]);
    }
  }
  return new Map([...due].toSorted(([a], [b]) => a.localeCompare(b)));
}
