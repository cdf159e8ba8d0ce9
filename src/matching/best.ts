import { breath } from '../shared/program/breath.js';
import type { Match } from './match-facts.js';
import { explained, type WeighedMatch } from './match.js';

type Named = WeighedMatch & { readonly name: string };

/** Which matches are asked for at all. */
export interface Suggested {
  /** What scores less is left out. */
  readonly minScore: number;
  readonly onlyEligible?: boolean | null;
}

/** Which of them, and how many. */
interface Wanted extends Suggested {
  readonly first: number;
}

const BY_NAME = new Intl.Collator('sv', { numeric: true });

/** The best first: what is eligible, then by score, then by name. */
function best<M extends Named>(matches: readonly M[], { first, minScore, onlyEligible }: Wanted): M[] {
  const wanted = matches.filter(({ eligible, score }) => score >= minScore && (eligible || !onlyEligible));
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

/** How many candidates score too little to be suggested. */
export async function countLeftOut<C>(
  candidates: Promise<readonly C[]>,
  compare: (candidate: C) => WeighedMatch,
  { minScore, onlyEligible }: Suggested,
): Promise<number> {
  const all = await candidates;
  let count = 0;
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await breath();
    const compared = all.slice(from, from + AT_ONCE).map(compare);
    count += compared.filter(({ eligible, score }) => score < minScore && (eligible || !onlyEligible)).length;
  }
  return count;
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
