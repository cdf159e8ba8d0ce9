import type { ApplicationStatus } from '../../applications/application-status.js';
import type { MemberFacts } from '../../consortia/member-facts.js';
import type { CallClock } from '../../funding-calls/call-clock.js';
import type { CallRules } from '../../funding-calls/call-rules.js';
import type { MilestoneFacts } from '../../projects/duration.js';
import type { Instant } from '../../shared/time/instant.js';
import type { Localized } from '../../shared/text/localized-text.js';
import type { Amount } from '../../shared/money.js';
import type { Bilingual } from '../../shared/text/wording.js';
import type { EnvironmentalObjective } from '../classification.js';
import type { GatePolicy } from '../../programmes/gate-policy.js';
import type { Stage } from '../stages.js';

/** A call as the gates see it. */
export type TargetedCall = CallClock & CallRules & { readonly identifier: string };

/** An application as the gates see it. */
export interface ApplicationFacts {
  readonly status: ApplicationStatus;
  readonly granted?: Readonly<Amount> | null;
  readonly deadline?: Instant | null;
  readonly call: TargetedCall;
}

/** A planned project as the gates see it. */
export interface ProjectFacts {
  readonly startsOn: Instant;
  readonly endsOn: Instant;
  readonly budget: Readonly<Amount>;
  readonly milestones: readonly Pick<MilestoneFacts, 'dueOn'>[];
  readonly outcomeCount: number;
}

/** All that the gates know of an idea. */
export interface GateFacts {
  /** The numbers of its programme, as they are now. */
  readonly policy: Readonly<GatePolicy>;
  readonly stage: Stage;
  readonly title: Localized;
  readonly summary: Localized;
  readonly challenge?: Localized | null;
  readonly focusAreaCount: number;
  readonly environmentalObjectives: readonly EnvironmentalObjective[];
  readonly technologyReadinessLevel?: number | null;
  /** The current ones only. */
  readonly members: readonly MemberFacts[];
  readonly applications: readonly ApplicationFacts[];
  readonly project?: ProjectFacts | null;
}

/** What a requirement's rule answers. `actual` and `required` are numbers or the contract's words, in no language. */
export interface Finding {
  readonly met: boolean;
  readonly message: Bilingual;
  readonly actual: string;
  readonly required: string;
}

/** A requirement's rule: a finding about the facts at a moment. */
export type RequirementRule = (facts: GateFacts, at: Instant) => Finding;
