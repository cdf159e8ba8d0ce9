import { breath } from '../shared/program/breath.js';
import type { Candidates } from './candidates.js';
import type { TextFacts } from './likeness.js';
import type { Match } from './match-facts.js';
import { explained, type WeighedMatch } from './match.js';

/** What candidates are compared with. */
export interface Comparison<C> {
  readonly text: TextFacts;
  readonly weigh: (candidate: C, textSimilarity: number) => WeighedMatch;
  /** Equals stand in the order of their names. */
  readonly nameOf: (candidate: C) => string;
}

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

interface Weighed<C> {
  readonly candidate: C;
  readonly match: WeighedMatch;
}

/** One that may be among the best: by now it is known whether it is eligible. */
interface Contending<C> extends Weighed<C> {
  readonly eligible: boolean;
  readonly name: string;
}

export interface Found<C> {
  readonly candidate: C;
  readonly match: Match;
}

const BY_NAME = new Intl.Collator('sv', { numeric: true });

/** The best first: what is eligible, then by score, then by name. */
function inOrder<C>(one: Contending<C>, other: Contending<C>): number {
  return (
    Number(other.eligible) - Number(one.eligible) ||
    other.match.score - one.match.score ||
    BY_NAME.compare(one.name, other.name)
  );
}

/** The best so far, which others have to be better than. */
class Best<C> {
  private found: Contending<C>[] = [];

  constructor(
    private readonly wanted: Wanted,
    private readonly nameOf: (candidate: C) => string,
  ) {}

  get all(): readonly Contending<C>[] {
    return this.found;
  }

  add(more: readonly Weighed<C>[]): void {
    const { first, onlyEligible } = this.wanted;
    const last = this.found.length === first ? this.found.at(-1) : undefined;
    const contending = more
      .filter(({ match }) => this.mayReach(match, last))
      .map(each => ({ ...each, eligible: each.match.isEligible(), name: this.nameOf(each.candidate) }))
      .filter(each => (each.eligible || !onlyEligible) && (last === undefined || inOrder(each, last) < 0));
    if (contending.length > 0) this.found = [...this.found, ...contending].sort(inOrder).slice(0, first);
  }

  /** By its score alone: where eligible ones fill the page, whoever scores less than the last of them is out. */
  private mayReach({ score }: WeighedMatch, last: Contending<C> | undefined): boolean {
    return score >= this.wanted.minScore && !(last?.eligible && score < last.match.score);
  }
}

/** So many are compared before others may have their turn: a few milliseconds' work. */
const AT_ONCE = 100;

/** All candidates weighed, some at a time with others' turns between, for many may be compared at the same time. */
async function* weighed<C>(candidates: Promise<Candidates<C>>, { text, weigh }: Comparison<C>) {
  const { all, texts } = await candidates;
  await breath();
  const alike = texts.likenessTo(text);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await breath();
    yield all.slice(from, from + AT_ONCE).map((candidate, nth): Weighed<C> => ({
      candidate,
      match: weigh(candidate, alike[from + nth]!),
    }));
  }
}

/** The best of all candidates, worded; only the best so far are kept. */
async function bestOf<C>(
  candidates: Promise<Candidates<C>>,
  comparison: Comparison<C>,
  wanted: Wanted,
): Promise<Found<C>[]> {
  const best = new Best(wanted, comparison.nameOf);
  for await (const some of weighed(candidates, comparison)) best.add(some);
  await breath();
  return best.all.map(({ candidate, match }) => ({ candidate, match: explained(match) }));
}

/** How many candidates score too little to be suggested. */
export async function countLeftOut<C>(
  candidates: Promise<Candidates<C>>,
  comparison: Comparison<C>,
  { minScore, onlyEligible }: Suggested,
): Promise<number> {
  let count = 0;
  for await (const some of weighed(candidates, comparison))
    count += some.filter(({ match }) => match.score < minScore && (!onlyEligible || match.isEligible())).length;
  return count;
}

const underWay = new WeakMap<object, Promise<unknown>[]>();

/** The same when the others of the request are found too: what is asked of all their matches is then read at once. */
export async function bestTogether<C>(
  request: object,
  candidates: Promise<Candidates<C>>,
  comparison: Comparison<C>,
  wanted: Wanted,
): Promise<Found<C>[]> {
  const found = bestOf(candidates, comparison, wanted);
  const all = underWay.get(request) ?? [];
  underWay.set(request, all);
  all.push(found);
  // By then all of them have begun, or have failed with the candidates.
  await Promise.allSettled([candidates]);
  await Promise.allSettled(all);
  if (underWay.get(request) === all) underWay.delete(request);
  return found;
}
