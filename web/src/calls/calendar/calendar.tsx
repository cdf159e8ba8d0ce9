import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import {
  CallCalendarDocument,
  FirstDeadlineDocument,
  type CallInCalendarFragment,
  type FundingCallFilter,
} from '../../gql/graphql';
import { dayOf, useFormat } from '../../language/format';
import { fromSwedish } from '../../language/swedish-time';
import { useLocale, useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { Answered, Loading } from '../../parts/states';
import { Agenda } from './agenda';
import { isMonth, monthAway, thisMonth, type Month } from './month';
import { MonthGrid } from './month-grid';
import { Subscription } from '../subscription';
import { callWords } from '../words';

/** The calls that close on each day. */
export type Due = ReadonlyMap<string, readonly CallInCalendarFragment[]>;

/** The deadlines of a month, kept in the address. */
export function Calendar() {
  const t = useWords(callWords);
  const { month, go } = useMonth();
  return (
    <section className="panel calendar" aria-label={t.calendar}>
      {month ? (
        <>
          <CalendarHead month={month} go={go} />
          <MonthOfDeadlines month={month} />
        </>
      ) : (
        <Loading lines={5} />
      )}
      <p className="feed">
        <Subscription />
      </p>
    </section>
  );
}

/** The month of the address, else that of the first deadline ahead; undefined until that is known. */
function useMonth(): { month: Month | undefined; go: (to: Month) => void } {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('month') ?? '';
  const [{ data, error }] = useQuery({ query: FirstDeadlineDocument, pause: isMonth(asked) });
  const first = data?.fundingCalls.nodes[0]?.nextDeadline;
  const begins = first ? dayOf(first).slice(0, 7) : data || error ? thisMonth() : undefined;
  const go = (to: Month) =>
    setSearch(before => {
      const next = new URLSearchParams(before);
      next.set('month', to);
      return next;
    });
  return { month: isMonth(asked) ? asked : begins, go };
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
  const filters = useMemo(() => filtersOf(month), [month]);
  const [answer, again] = useQuery({ query: CallCalendarDocument, variables: { ...filters, locale } });
  return (
    <Answered answer={answer} again={again} lines={3}>
      {({ due, others }) => <Sheet month={month} due={dueIn(month, [...due.nodes, ...others.nodes])} />}
    </Answered>
  );
}

function Sheet({ month, due }: { month: Month; due: Due }) {
  return (
    <>
      <MonthGrid month={month} due={due} />
      <Agenda due={due} />
    </>
  );
}

/** The service finds calls by their next deadline; others may have passed one of theirs, or have several. */
function filtersOf(month: Month): { due: FundingCallFilter; others: FundingCallFilter } {
  const begins = fromSwedish(`${month}-01T00:00`);
  const ends = fromSwedish(`${monthAway(month, 1)}-01T00:00`);
  return {
    due: { deadlineAfter: begins, deadlineBefore: ends },
    others: month > thisMonth() ? { deadlineBefore: begins } : { statuses: ['OPEN', 'FORTHCOMING', 'CLOSED'] },
  };
}

/** Every deadline of the month by its day, also those of calls with several. */
function dueIn(month: Month, calls: readonly CallInCalendarFragment[]): Due {
  const due = new Map<string, Map<string, CallInCalendarFragment>>();
  for (const call of calls) {
    for (const day of call.deadlines.map(({ at }) => dayOf(at)).filter(day => day.startsWith(month))) {
      due.set(day, (due.get(day) ?? new Map<string, CallInCalendarFragment>()).set(call.id, call));
    }
  }
  const days = [...due].toSorted(([a], [b]) => a.localeCompare(b));
  return new Map(days.map(([day, closing]) => [day, [...closing.values()]]));
}
