import { inTurns } from '../shared/program/breath.js';
import { ComparedTexts, type TextFacts } from './likeness.js';
import type { CallFacts, IdeaFacts } from './match-facts.js';

/** What the statement brings of a call. */
export interface CandidateCall extends CallFacts {
  readonly id: string;
  readonly identifier: string;
  readonly text: TextFacts;
}

/** What the statement brings of an idea; what it seeks is what it asks for, newest first, and then its budget. */
export type CandidateIdea = Omit<IdeaFacts, 'sought'> & {
  readonly id: string;
  readonly code: string;
  readonly text: TextFacts;
  readonly requested: IdeaFacts['sought'];
  readonly budget: IdeaFacts['sought'][number] | null;
};

/** An idea as it is compared. */
export function seeking(idea: CandidateIdea): CandidateIdea & IdeaFacts {
  return { ...idea, sought: idea.budget ? [...idea.requested, idea.budget] : idea.requested };
}

/** Candidates made ready to be compared with many. */
export interface Candidates<C> {
  readonly all: readonly C[];
  /** Of each of them, in the same order. */
  readonly texts: ComparedTexts;
}

export function* candidatesOf<F extends { readonly text: TextFacts }, C>(
  read: readonly F[],
  ready: (facts: F) => C,
): Generator<void, Candidates<C>, void> {
  const [all, texts]: [C[], ComparedTexts] = [[], new ComparedTexts()];
  for (const facts of read) {
    all.push(ready(facts));
    texts.add(facts.text);
    yield;
  }
  return { all, texts };
}

const made = new WeakMap<object, Promise<Candidates<never>>>();

/** The candidates that a request reads once, made ready once. */
export function candidatesOnce<F extends { readonly text: TextFacts }, C>(
  read: Promise<readonly F[]>,
  ready: (facts: F) => C,
): Promise<Candidates<C>> {
  const known = made.get(read) as Promise<Candidates<C>> | undefined;
  if (known) return known;
  const making = read.then(all => inTurns(candidatesOf(all, ready)));
  made.set(read, making as Promise<Candidates<never>>);
  return making;
}
