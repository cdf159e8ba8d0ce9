import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { EnvironmentalObjective, IdeaFilter, IdeaOrder, IdeaState } from '../gql/graphql';

const DAY = 24 * 60 * 60 * 1000;

/** The names of the filters in the address. */
export type FilterName = 'q' | 'area' | 'partner' | 'objective' | 'state' | 'due' | 'mine' | 'sort' | 'status';

/** The filters of the page's address, and the way to change one. */
export interface Filters {
  value: (name: FilterName) => string;
  change: (name: FilterName, value: string) => void;
  clear: () => void;
  active: number;
}

const NARROWING: readonly FilterName[] = ['q', 'area', 'partner', 'objective', 'state', 'due', 'mine'];

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
    clear: () => setSearch({}, { replace: true }),
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
      deadlineBefore: value('due') && midnightIn(Number(value('due'))),
      mine: value('mine') ? true : undefined,
    };
  }, [search, partnerId]);
}

function listed(value: string | undefined): string[] | undefined {
  return value ? [value] : undefined;
}

/** Midnight some days ahead: the same value all day, so that the cache recognises the question. */
function midnightIn(days: number): string {
  return new Date(Math.ceil((Date.now() + days * DAY) / DAY) * DAY).toISOString();
}

const ORDERS: Record<string, IdeaOrder> = {
  due: { field: 'NEXT_DEADLINE', direction: 'ASC' },
  updated: { field: 'UPDATED_AT', direction: 'DESC' },
  waiting: { field: 'ENTERED_STAGE_AT', direction: 'ASC' },
  title: { field: 'TITLE', direction: 'ASC' },
  relevance: { field: 'RELEVANCE', direction: 'DESC' },
};

/** The order asked for; a search begins with what fits best. */
export function orderOf(sort: string, searched: boolean): IdeaOrder {
  return ORDERS[sort] ?? ORDERS[searched ? 'relevance' : 'due']!;
}
