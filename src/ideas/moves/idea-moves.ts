import type { FocusArea } from '../../focus-areas/focus-area.js';
import type { Partner } from '../../partners/partner.js';
import type { Programme } from '../../programmes/programme.js';
import type { Viewer } from '../../shared/viewer.js';
import type { GateFacts } from '../gates/gate-facts.js';
import type { RequirementCode } from '../gates/gates.js';
import type { IdeaDescription } from '../idea-description.js';
import type { IdeaState, Stage } from '../stages.js';

/** A step forward: what the gate is judged by, where to, by whom, and what an administrator lets pass. */
export interface Advance {
  facts: GateFacts;
  to?: Stage | null | undefined;
  waive?: readonly RequirementCode[] | undefined;
  reason?: string | null | undefined;
  by: Viewer;
  /** When the step was taken, where it is recorded later. */
  at?: Date | null | undefined;
}

/** Where a move leads, and why. */
export interface Moved {
  stage?: Stage;
  state?: IdeaState;
  reason: string | null | undefined;
  by: Viewer;
  waived?: readonly RequirementCode[];
  at?: Date | null | undefined;
}

/** What a new idea is made from. */
export interface NewIdea {
  /** Locked, so that numbers are taken one after the other. */
  programme: Programme;
  owner: Partner;
  description: IdeaDescription;
  focusAreas: readonly FocusArea[];
  by: Viewer;
  /** When it became a concept, where that is recorded later. */
  enteredAt?: Date | null | undefined;
}
