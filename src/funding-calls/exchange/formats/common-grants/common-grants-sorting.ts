import { millisOf } from '../../../../shared/time/instant.js';
import type { ExportedCall } from '../../exported-call.js';
import type { Given } from './common-grants-body.js';
import { closesAt } from './common-grants-ranges.js';
import { statusValue } from './write-common-grants.js';

/** The protocol's fields that our API orders by itself. */
const BY_THE_API = new Map([
  ['lastModifiedAt', 'UPDATED_AT'],
  ['title', 'TITLE'],
  ['funding.totalAmountAvailable', 'BUDGET'],
]);

/** The protocol's other fields that calls have, and what is compared. */
const BY_THE_CALL = new Map<string, (call: ExportedCall) => number | string | null>([
  ['createdAt', ({ createdAt }) => millisOf(createdAt)],
  ['status.value', ({ status }) => statusValue(status)],
  ['keyDates.closeDate', closesAt],
  ['funding.minAwardAmount', ({ grantMin }) => (grantMin ? Number(grantMin.amount) : null)],
  ['funding.maxAwardAmount', ({ grantMax }) => (grantMax ? Number(grantMax.amount) : null)],
]);

/** Orders of our own: `sortBy` is custom, `customSortBy` one of these. */
const CUSTOM = new Map([
  ['nextDeadline', 'NEXT_DEADLINE'],
  ['opensAt', 'OPENS_AT'],
  ['relevance', 'RELEVANCE'],
]);

/** The order of an answer, by the protocol's names; what could not be used is said and doesn't fail the search. */
export interface Sorting {
  readonly sortBy: string;
  readonly customSortBy?: string;
  readonly sortOrder: 'asc' | 'desc';
  readonly errors: readonly string[];
  /** What the API orders by: the answer's own order, or whatever comes first. */
  readonly field: string;
}

/** The order of the protocol where none is asked for. */
export const NEWEST: Sorting = { sortBy: 'lastModifiedAt', sortOrder: 'desc', errors: [], field: 'UPDATED_AT' };

export function sortingOf({ sortBy, customSortBy, sortOrder }: Given): Sorting {
  const errors = [undefined, null, 'asc', 'desc'].includes(sortOrder as string) ? [] : [WHICH_ORDERS];
  const order = { sortOrder: sortOrder === 'asc' ? 'asc' : 'desc', errors } as const;
  const name = typeof sortBy === 'string' ? sortBy : '';
  if (name === 'custom') {
    const field = typeof customSortBy === 'string' ? CUSTOM.get(customSortBy) : undefined;
    if (field) return { ...order, sortBy: name, customSortBy: customSortBy as string, field };
  }
  const field = BY_THE_API.get(name);
  if (field) return { ...order, sortBy: name, field };
  if (BY_THE_CALL.has(name)) return { ...order, sortBy: name, field: NEWEST.field };
  return { ...NEWEST, sortOrder: order.sortOrder, errors: sortBy == null ? errors : [WHAT_THERE_IS, ...errors] };
}

const WHAT_THERE_IS = `sortBy takes ${[...BY_THE_API.keys(), ...BY_THE_CALL.keys()].join(', ')}, and custom with customSortBy ${[...CUSTOM.keys()].join(', ')}; sorted by lastModifiedAt`;

const WHICH_ORDERS = 'sortOrder takes asc and desc; sorted desc';

/** Whether the API itself gives calls in that order. */
export function isOrderOfTheApi({ sortBy }: Sorting): boolean {
  return !BY_THE_CALL.has(sortBy);
}

/** The calls in the order, those without such a value last; of the API's own orders they already are. */
export function inOrder(calls: readonly ExportedCall[], { sortBy, sortOrder }: Sorting): ExportedCall[] {
  const valueOf = BY_THE_CALL.get(sortBy);
  if (!valueOf) return [...calls];
  const sign = sortOrder === 'asc' ? 1 : -1;
  return calls
    .map(call => ({ call, value: valueOf(call) }))
    .sort((one, other) => compared(one.value, other.value, sign) || (one.call.id < other.call.id ? -1 : 1))
    .map(({ call }) => call);
}

function compared(one: number | string | null, other: number | string | null, sign: number): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -sign : sign;
}
