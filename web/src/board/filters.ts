import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { EnvironmentalObjective, Health, IdeaFilter, IdeaState, RequirementCode } from '../gql/graphql';

const DAY = 24 * 60 * 60 * 1000;

/** The names of the filters in the address. */
export type FilterName =
  | 'q'
  | 'area'
  | 'partner'
  | 'objective'
  | 'state'
  | 'due'
  | 'mine'
  | 'sort'
  | 'status'
  | 'funder'
  | 'programme'
  | 'missing'
  | 'health'
  | 'quiet'
  | 'waiting'
  | 'sector'
  | 'country'
  | 'view'
  | 'stage';

/** The filters of the page's address, and the way to change one. */
export interface Filters {
  value: (name: FilterName) => string;
  change: (name: FilterName, value: string) => void;
  clear: () => void;
  active: number;
}

const NARROWING: readonly FilterName[] = [
  'q',
  'area',
  'partner',
  'objective',
  'state',
  'due',
  'mine',
  'funder',
  'programme',
  'status',
  'missing',
  'health',
  'quiet',
  'waiting',
];
/** How the page shows what it shows: it stays when the filters are cleared. */
const MANNER: readonly FilterName[] = ['view', 'stage', 'sort'];

/** Filters live in the address, so that a view can be kept, sent and gone back to. */
export function useFilters(): Filters {
  const [search, setSearch] = useSearchParams();
  return {
    value: name => search.get(name) ?? '',
    change: (name, value) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    clear: () =>
      setSearch(before => [...before].filter(([name]) => MANNER.some(kept => kept === name)), { replace: true }),
    active: NARROWING.filter(name => search.get(name)).length,
  };
}

const STATES: Record<string, IdeaState[]> = {
  '': ['ACTIVE', 'PAUSED'],
  active: ['ACTIVE'],
  paused: ['PAUSED'],
  ended: ['COMPLETED', 'DISCONTINUED'],
  all: [],
};

/** The address as the service's filter. Partners stand in the address by slug, and need `idOf` to become ids. */
export function useIdeaFilter(idOf: (slug: string) => string | undefined): IdeaFilter {
  const [search] = useSearchParams();
  const partner = search.get('partner') ?? '';
  const partnerId = partner && idOf(partner);
  return useMemo(() => {
    const value = (name: FilterName) => search.get(name) || undefined;
    const states = STATES[value('state') ?? ''] ?? [];
    return {
      text: value('q'),
      focusAreas: listed(value('area')),
      partners: partnerId ? [partnerId] : undefined,
      environmentalObjectives: listed(value('objective')) as EnvironmentalObjective[] | undefined,
      states: states.length > 0 ? states : undefined,
      deadlineBefore: midnightIn(Number(value('due'))),
      mine: value('mine') ? true : undefined,
      programmes: listed(value('programme')),
      missing: listed(value('missing')) as RequirementCode[] | undefined,
      health: listed(value('health')) as Health[] | undefined,
      quietLongerThan: daysLong(value('quiet')),
      inStageLongerThan: daysLong(value('waiting')),
    };
  }, [search, partnerId]);
}

function listed(value: string | undefined): string[] | undefined {
  return value ? [value] : undefined;
}

/** So many days, as the service takes a length of time. */
function daysLong(value: string | undefined): string | undefined {
  return value && /^\d{1,4}$/.test(value) ? `P${value}D` : undefined;
}

/** Ten years: farther ahead nobody looks, and a date soon has no name. */
const FARTHEST = 3_650;

/** Midnight some days ahead, if they are any: the same value all day, so that the cache recognises the question. */
export function midnightIn(days: number): string | undefined {
  if (!(days > 0 && days <= FARTHEST)) return undefined;
  return new Date(Math.ceil((Date.now() + days * DAY) / DAY) * DAY).toISOString();
}
