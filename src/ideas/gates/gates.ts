import { applicationGranted, callRulesMet, callTargeted } from '../../applications/application-requirements.js';
import { coordinatorAppointed, enoughPartners, lettersOfIntent } from '../../consortia/consortium-requirements.js';
import { sectorsRepresented } from '../../consortia/missing-sectors.js';
import {
  budgetCovered,
  milestonesPlanned,
  outcomesPlanned,
  projectDuration,
} from '../../projects/project-requirements.js';
import { describedEnum } from '../../shared/described-enum.js';
import type { Instant } from '../../shared/time/instant.js';
import { described, environmentalObjectiveChosen, focusAreaChosen } from './concept-requirements.js';
import type { Finding, GateFacts, RequirementRule } from './gate-facts.js';
import { stageAfter } from '../moves/path.js';
import type { Stage } from '../stages.js';

export const RequirementCode = describedEnum('RequirementCode', 'What a gate on the path asks of an idea.', {
  DESCRIBED:
    'To CONSORTIUM: title, summary and challenge are written, the summary with as many characters as the programme asks (usually 80).',
  FOCUS_AREA_CHOSEN: 'To CONSORTIUM: at least one focus area.',
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: "To CONSORTIUM: at least one of the EU Taxonomy's six environmental objectives.",
  COORDINATOR_APPOINTED: 'To FUNDING_APPLICATION: exactly one current coordinator.',
  ENOUGH_PARTNERS:
    'To FUNDING_APPLICATION: as many current members as the programme asks (usually 3), associated partners not counted.',
  SECTORS_REPRESENTED:
    'To FUNDING_APPLICATION: as many sectors as the programme asks (usually 3), among them those that it requires (usually academia, and a business of any size).',
  LETTERS_OF_INTENT: 'To FUNDING_APPLICATION: all counted members have signed a letter of intent.',
  CALL_TARGETED: 'To FUNDING_APPLICATION: an application, a draft at least, to a call that is open or forthcoming.',
  CALL_RULES_MET: "To FUNDING_APPLICATION: that call's partners, countries, sectors and TRL are met.",
  APPLICATION_GRANTED: 'To PROJECT: at least one application is granted.',
  PROJECT_DURATION:
    'To PROJECT: a plan that lasts as many years as the programme asks (usually 5 to 10, both included).',
  BUDGET_COVERED: "To PROJECT: grants and commitments in the budget's currency cover the budget.",
  MILESTONES_PLANNED: "To PROJECT: at least one milestone, all inside the project's dates.",
  OUTCOMES_PLANNED: 'To PROJECT: at least one solution, innovation, product or service.',
});
export type RequirementCode = keyof typeof RequirementCode;

/** Each requirement's one rule: what is shown, what the guard enforces and what the message explains. */
const RULES: Readonly<Record<RequirementCode, RequirementRule>> = {
  DESCRIBED: described,
  FOCUS_AREA_CHOSEN: focusAreaChosen,
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: environmentalObjectiveChosen,
  COORDINATOR_APPOINTED: coordinatorAppointed,
  ENOUGH_PARTNERS: enoughPartners,
  SECTORS_REPRESENTED: sectorsRepresented,
  LETTERS_OF_INTENT: lettersOfIntent,
  CALL_TARGETED: callTargeted,
  CALL_RULES_MET: callRulesMet,
  APPLICATION_GRANTED: applicationGranted,
  PROJECT_DURATION: projectDuration,
  BUDGET_COVERED: budgetCovered,
  MILESTONES_PLANNED: milestonesPlanned,
  OUTCOMES_PLANNED: outcomesPlanned,
};

const GATES: Readonly<Record<Stage, readonly RequirementCode[]>> = {
  CONCEPT: ['DESCRIBED', 'FOCUS_AREA_CHOSEN', 'ENVIRONMENTAL_OBJECTIVE_CHOSEN'],
  CONSORTIUM: [
    'COORDINATOR_APPOINTED',
    'ENOUGH_PARTNERS',
    'SECTORS_REPRESENTED',
    'LETTERS_OF_INTENT',
    'CALL_TARGETED',
    'CALL_RULES_MET',
  ],
  FUNDING_APPLICATION: [
    'APPLICATION_GRANTED',
    'PROJECT_DURATION',
    'BUDGET_COVERED',
    'MILESTONES_PLANNED',
    'OUTCOMES_PLANNED',
  ],
  PROJECT: [],
};

/** The requirements whose answers tell of letters of intent or money; left out for those who may not see these. */
export const CONFIDENTIAL_REQUIREMENTS: readonly RequirementCode[] = ['LETTERS_OF_INTENT', 'BUDGET_COVERED'];

/** One requirement of a gate, whether it is met, and the message that says so or names what is missing. */
export interface Requirement extends Finding {
  readonly code: RequirementCode;
}

/** The gate ahead of an idea. */
export interface GateReadiness {
  readonly from: Stage;
  readonly to: Stage;
  /** Whether all requirements are met; null when all that are shown are, and some are withheld. */
  readonly ready: boolean | null;
  /** Requirements shown as met over all of the gate's, 0 to 1. */
  readonly progress: number;
  readonly requirements: readonly Requirement[];
  /** The requirements that the reader is not shown, met or not. */
  readonly withheld: readonly RequirementCode[];
}

/** What may differ from viewer to viewer. */
export interface ReadinessOptions {
  /** Requirements not shown: whether they are met is then told by nothing else either. */
  readonly leaveOut?: readonly RequirementCode[];
}

/** The requirements of the gate that leads on from the stage, in the contract's order; none at the end of the path. */
export function requirementsFrom(stage: Stage): readonly RequirementCode[] {
  return GATES[stage];
}

/** How the idea stands before its next gate, every requirement met or not; null at the end of the path. */
export function readinessOf(
  facts: GateFacts,
  at: Instant,
  { leaveOut = [] }: ReadinessOptions = {},
): GateReadiness | null {
  const to = stageAfter(facts.stage);
  if (!to) return null;

  const gate = GATES[facts.stage];
  const withheld = gate.filter(code => leaveOut.includes(code));
  const shown = gate.filter(code => !withheld.includes(code));
  const requirements = shown.map(code => ({ code, ...RULES[code](facts, at) }));
  const met = requirements.filter(requirement => requirement.met).length;
  const ready = met < shown.length ? false : withheld.length > 0 ? null : true;
  return { from: facts.stage, to, ready, progress: met / gate.length, requirements, withheld };
}

/** What still stands between the idea and its next stage; empty when the gate is met, or at the end of the path. */
export function unmetRequirements(facts: GateFacts, at: Instant, options: ReadinessOptions = {}): Requirement[] {
  return readinessOf(facts, at, options)?.requirements.filter(({ met }) => !met) ?? [];
}
