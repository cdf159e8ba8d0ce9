import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useChoices } from '../../board/use-choices';
import { areaChoices } from '../../board/choices';
import { midnightIn, useFilters, type Filters } from '../../board/filters';
import { unknownIn, type Offered } from '../../board/unknown';
import { boardWords } from '../../board/words';
import { CallFundersDocument, type CallStatus, type FundingCallFilter } from '../../gql/graphql';
import { CALL_STATUS } from '../../language/domain-words';
import { useKnownName } from '../../language/known-names';
import { useSay, useWords } from '../../language/language';
import { useAdmin } from '../use-admin';
import { callWords } from '../words';
import type { OurMatches } from './our-matches';

const STATUSES: readonly CallStatus[] = ['OPEN', 'FORTHCOMING', 'CLOSED', 'DRAFT', 'CANCELLED'];
const DAYS_AHEAD = [14, 30, 90, 180];

/** The statuses that a word of the address means; without one, what can be applied for. */
export function statusesOf(value: string): CallStatus[] | undefined {
  if (value === 'all') return undefined;
  return value ? STATUSES.filter(status => status.toLowerCase() === value) : ['OPEN', 'FORTHCOMING'];
}

/** What the list of calls can be narrowed to. */
function useOffered(): Offered[] {
  const t = useWords(callWords);
  const { days, due, any, all, area } = useWords(boardWords);
  const say = useSay();
  const admin = useAdmin();
  const choices = useChoices();
  const known = useKnownName();
  const [{ data }] = useQuery({ query: CallFundersDocument });
  const named = (names: readonly string[] | undefined) =>
    names && [...new Set(names)].map(name => [name, known(name)] as const);
  const statuses = STATUSES.filter(status => admin !== false || status !== 'DRAFT').map(
    status => [status.toLowerCase(), say(CALL_STATUS, status)] as const,
  );
  const programmes = data?.callFunders
    .flatMap(funder => funder.programmes)
    .toSorted((one, other) => one.localeCompare(other, 'sv'));
  return [
    { name: 'area', label: area, first: all, choices: choices && areaChoices(choices) },
    { name: 'funder', label: t.funder, first: all, choices: named(data?.callFunders.map(({ name }) => name)) },
    { name: 'programme', label: t.programme, first: all, choices: named(programmes) },
    { name: 'due', label: due, first: any, choices: DAYS_AHEAD.map(ahead => [String(ahead), days(ahead)] as const) },
    { name: 'status', label: t.status, first: t.statusNow, choices: [...statuses, ['all', t.all]] },
  ];
}

/** The address as the service's filter; undefined until it is known which calls match the viewer's own ideas. */
function filterOf({ value }: Filters, ours: OurMatches): FundingCallFilter | undefined {
  const listed = (name: 'area' | 'funder' | 'programme') => (value(name) ? [value(name)] : undefined);
  if (value('mine') && ours === undefined) return undefined;
  return {
    text: value('q') || undefined,
    ids: value('mine') && ours ? [...ours.keys()] : undefined,
    statuses: statusesOf(value('status')),
    focusAreas: listed('area'),
    funders: listed('funder'),
    programmes: listed('programme'),
    deadlineBefore: midnightIn(Number(value('due'))),
  };
}

/** What the address asks of the list of calls. */
export function useCallFilters(ours: OurMatches) {
  const filters = useFilters();
  const offered = useOffered();
  const asked = JSON.stringify(filterOf(filters, ours)) as string | undefined;
  const filter = useMemo(() => (asked ? (JSON.parse(asked) as FundingCallFilter) : undefined), [asked]);
  return { filters, offered, filter, unknown: unknownIn(filters, offered) };
}
