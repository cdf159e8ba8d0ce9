import { likeness, type TextFacts } from './likeness.js';
import { type WeighedMatch, weighMatch } from './match.js';
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

/** How well the call suits the idea at a moment. */
export function weigh(idea: CandidateIdea, call: CandidateCall, at: Date): WeighedMatch {
  const sought = idea.budget ? [...idea.requested, idea.budget] : idea.requested;
  return weighMatch({ ...idea, sought }, call, at, { textSimilarity: likeness(idea.text, call.text) });
}
