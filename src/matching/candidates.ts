import { ComparedTexts, type TextFacts } from './likeness.js';
import type { CallFacts, IdeaFacts } from './match-facts.js';

/** What the statement brings of a call, beside its text. */
export interface CandidateCall extends CallFacts {
  readonly id: string;
  readonly identifier: string;
}

/** What it brings of an idea; what that seeks is what it asks for, newest first, and then its budget. */
export type CandidateIdea = Omit<IdeaFacts, 'sought'> & {
  readonly id: string;
  readonly code: string;
  readonly requested: IdeaFacts['sought'];
  readonly budget: IdeaFacts['sought'][number] | null;
};

/** A call or an idea as the statement brings it. */
export type WithText<F> = F & { readonly text: TextFacts };

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

/** Of many texts what they have in common is kept, and each is let go: together they are most of what is read. */
export function* candidatesOf<F, C>(
  read: Iterable<WithText<F>>,
  ready: (facts: F) => C,
): Generator<void, Candidates<C>, void> {
  const [all, texts]: [C[], ComparedTexts] = [[], new ComparedTexts()];
  for (const { text, ...facts } of read) {
    all.push(ready(facts as unknown as F));
    texts.add(text);
    yield;
  }
  return { all, texts };
}
