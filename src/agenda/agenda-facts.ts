import type { GateFacts } from '../ideas/gates/gate-facts.js';
import type { IdeaStanding } from '../ideas/idea-policy.js';
import type { LetterOfIntent } from '../consortia/roles.js';
import type { GatePassed } from '../pipeline/deadline-risk.js';
import type { Stage } from '../ideas/stages.js';
import type { Localized } from '../shared/text/localized-text.js';

/** An application being written, and the deadline that it aims at. */
export interface DraftAhead {
  readonly id: string;
  readonly callId: string;
  readonly identifier: string;
  readonly at: string;
  /** Of its call: 1, or 2 once it is invited to the second. */
  readonly callStage: 1 | 2;
}

/** An idea that the viewer's partner owns or coordinates, and that has not ended. */
export interface LedIdea {
  readonly id: string;
  readonly standing: IdeaStanding;
  readonly inside: boolean;
  readonly facts: GateFacts;
  /** The members' names, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  readonly enteredStageAt: string;
  /** The nearest deadline first. */
  readonly drafts: readonly DraftAhead[];
  /** Those of a project under way that are neither completed nor dropped. */
  readonly milestones: readonly { readonly id: string; readonly title: Localized; readonly dueOn: string }[];
  readonly status: {
    readonly id: string;
    readonly at: string;
    readonly nextStep: Localized | null;
    readonly nextStepDueOn: string | null;
  } | null;
}

interface OfIdea {
  readonly ideaId: string;
  readonly standing: IdeaStanding;
}

/** An idea that nothing has changed of for a long time. */
export interface StalledIdea extends OfIdea {
  readonly updatedAt: string;
}

/** The letter of intent of the viewer's own partner, not signed. */
export interface OwnLetter extends OfIdea {
  readonly what: 'LETTER';
  readonly id: string;
  readonly letterOfIntent: Exclude<LetterOfIntent, 'SIGNED'>;
  readonly drafts: readonly DraftAhead[];
}

/** A request to join that waits for an answer. */
export interface PendingRequest extends OfIdea {
  readonly what: 'REQUEST';
  readonly id: string;
  readonly origin: 'PARTNER' | 'IDEA';
  readonly partner: string;
}

/** An application that the funder has not decided on. */
export interface Undecided extends OfIdea {
  readonly what: 'UNDECIDED';
  readonly id: string;
  readonly callId: string;
  readonly identifier: string;
  readonly closedAt: string;
}

/** A call without a deadline. */
export interface IncompleteCall {
  readonly what: 'INCOMPLETE';
  readonly id: string;
  readonly identifier: string;
}

/** How long ideas have stayed before each gate, where somebody has a deadline. */
export interface StaysSeen {
  readonly what: 'STAYS';
  readonly passed: Passed;
}

/** What has been seen of each gate, by the stage before it. */
export type Passed = Readonly<Partial<Record<Stage, GatePassed>>>;

/** What waits for the viewer beside the ideas that it leads. */
export type Other = OwnLetter | PendingRequest | Undecided | IncompleteCall | StaysSeen;
