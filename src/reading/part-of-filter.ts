import type { Untyped } from '../shared/untyped.js';
import { badInput } from './bad-input.js';
import type { Scope } from './scope.js';

/** Filters inside a filter; more of them say nothing that a person could follow. */
const DEEPEST = 5;
const MOST = 50;

interface Nested {
  readonly and?: readonly Nested[] | null;
  readonly or?: readonly Nested[] | null;
  readonly not?: Nested | null;
}

/** The scope of a filter that stands inside the field's filter: it reads that one as its `filter`. */
export function partOfFilter(scope: Scope, part: (filter: Untyped) => Untyped): Scope {
  const within = (args: Untyped) => ({ ...args, filter: part(args.filter) });
  return { ...scope, args: within(scope.args), arg: pick => scope.arg(args => pick(within(args))) };
}

/** The scopes of the filters that a filter holds under a name. */
export function partsOfFilter(scope: Scope, name: 'and' | 'or'): Scope[] {
  const held = (scope.args.filter?.[name] ?? []) as unknown[];
  return held.map((_, nth) => partOfFilter(scope, filter => filter[name][nth]));
}

/** Refuses a filter that holds too many others, or holds them too deep. */
export function refuseTangled(filter: Nested | null | undefined): void {
  const { deepest, count } = tangle(filter ?? {});
  if (deepest > DEEPEST) throw badInput(`A filter may hold others at most ${DEEPEST} deep, and this goes ${deepest}.`);
  if (count > MOST) throw badInput(`A filter may hold at most ${MOST} others, and this holds ${count}.`);
}

function tangle({ and, or, not }: Nested): { deepest: number; count: number } {
  const inside = [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].map(tangle);
  return {
    deepest: Math.max(0, ...inside.map(({ deepest }) => deepest + 1)),
    count: inside.reduce((sum, { count }) => sum + count + 1, 0),
  };
}
