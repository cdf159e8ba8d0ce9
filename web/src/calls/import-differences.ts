import type { CallRowFragment } from '../gql/graphql';

/** The fields of a call that the import's list compares. */
export const COMPARED = [
  'title',
  'funder',
  'programme',
  'status',
  'nextDeadline',
  'budget',
  'grantMax',
  'fundingRate',
] as const;
export type Compared = (typeof COMPARED)[number];

/** One field of a call that an import changes. */
export interface Difference {
  field: Compared;
  before: CallRowFragment[Compared];
  after: CallRowFragment[Compared];
}

/** What an import makes of a call: its differences, or null for one that is new. */
export interface Imported {
  call: CallRowFragment;
  differences: readonly Difference[] | null;
}

function same(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}

/** Compares the calls as they would be with the calls as they are. */
export function compare(calls: readonly CallRowFragment[], before: readonly CallRowFragment[]): Imported[] {
  return calls.map(call => {
    const old = before.find(({ id }) => id === call.id);
    if (!old) return { call, differences: null };
    const changed = COMPARED.filter(field => !same(old[field], call[field]));
    return { call, differences: changed.map(field => ({ field, before: old[field], after: call[field] })) };
  });
}
