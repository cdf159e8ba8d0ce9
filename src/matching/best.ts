import { breath } from '../shared/program/breath.js';
import type { Match } from './match-facts.js';
import { explained, type WeighedMatch } from './match.js';

type Named = WeighedMatch & { readonly name: string };

/** Which matches are asked for. */
interface Wanted {
  readonly first: number;
  readonly onlyEligible?: boolean | null;
}

const BY_NAME = new Intl.Collator('sv', { numeric: true });

/** The best first: what is eligible, then by score, then by name. */
function best<M extends Named>(matches: readonly M[], { first, onlyEligible }: Wanted): M[] {
  const wanted = onlyEligible ? matches.filter(({ eligible }) => eligible) : matches;
  const order = (one: M, other: M) =>
    Number(other.eligible) - Number(one.eligible) || other.score - one.score || BY_NAME.compare(one.name, other.name);
  return wanted.toSorted(order).slice(0, first);
}

/** So many are compared before others may have their turn: a few milliseconds' work. */
const AT_ONCE = 25;

/** The best of all candidates, worded; only the best so far are kept, for many may be compared at the same time. */
async function bestOf<C, M extends Named>(
  candidates: Promise<readonly C[]>,
  compare: (candidate: C) => M,
  wanted: Wanted,
): Promise<(M & Match)[]> {
  const all = await candidates;
  let found: M[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await breath();
    found = best([...found, ...all.slice(from, from + AT_ONCE).map(compare)], wanted);
  }
  await breath();
  return found.map(each => ({ ...each, ...explained(each) }));
}

const underWay = new WeakMap<object, Promise<unknown>[]>();

/** The same when the others of the request are found too: what is asked of all their matches is then read at once. */
export async function bestTogether<C, M extends Named>(
  request: object,
  candidates: Promise<readonly C[]>,
  compare: (candidate: C) => M,
  wanted: Wanted,
): Promise<(M & Match)[]> {
  const found = bestOf(candidates, compare, wanted);
  const all = underWay.get(request) ?? [];
  underWay.set(request, all);
  all.push(found);
  // By then all of them have begun, or have failed with the candidates.
  await Promise.allSettled([candidates]);
  await Promise.allSettled(all);
  if (underWay.get(request) === all) underWay.delete(request);
  return found;
}
