import type { ConsortiumRole } from '../consortia/roles.js';
import type { DeadlineModel } from '../funding-calls/call-status.js';
import type { EnvironmentalObjective, EuMission, Visibility } from '../ideas/classification.js';
import type { Stage } from '../ideas/stages.js';
import type { Sector } from '../partners/sectors.js';
import type { OutcomeKind } from '../projects/plan/outcome-words.js';
import type { Amount } from '../shared/money.js';

// Everything is told relative to the day the demo is played, so that it never grows old: `daysAgo` counts backwards,
// `inDays` forwards (negative: in the past). Partners, ideas and calls are referred to by slug, key and identifier.

/** A text in both languages; the demo leaves none out. */
export interface DemoText {
  readonly sv: string;
  readonly en: string;
}

/** An invented partner. It has neither organisation number nor PIC, since an invented one could be somebody's own. */
export interface DemoPartner {
  readonly slug: string;
  readonly name: string;
  readonly sector: Sector;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly nutsCode: string;
  readonly description: DemoText;
}

/** A moment on the clock of Stockholm, which is that of Brussels too. */
export type ClockTime = `${number}:${number}`;

/** When a call closes, or one of its stages; labels are bilingual, since the contract has one label for both. */
export interface DemoDeadline {
  readonly inDays: number;
  readonly at: ClockTime;
  readonly label?: string;
}

/** An invented funding call. */
export interface DemoCall {
  readonly identifier: string;
  readonly title: DemoText;
  readonly summary: DemoText;
  readonly programme: string;
  readonly funder: string;
  readonly deadlineModel: DeadlineModel;
  readonly createdDaysAgo: number;
  /** The same day as `createdDaysAgo` when it was public from the start; null for a draft. */
  readonly publishedDaysAgo: number | null;
  readonly cancelled?: DemoEnd;
  /** It opens at the beginning of that day. */
  readonly opensInDays: number;
  readonly deadlines: readonly DemoDeadline[];
  readonly budget?: Amount;
  readonly grantMin?: Amount;
  readonly grantMax?: Amount;
  /** Percent of the eligible cost. */
  readonly fundingRate?: number;
  readonly minPartners?: number;
  readonly minCountries?: number;
  readonly requiredSectors?: readonly Sector[];
  readonly trlMin?: number;
  readonly trlMax?: number;
  readonly focusAreas: readonly string[];
  readonly environmentalObjectives: readonly EnvironmentalObjective[];
}

/** When something was brought to an end, and why. */
export interface DemoEnd {
  readonly daysAgo: number;
  readonly reason: string;
}

/** A membership. The same partner may be listed twice, when it left and came back. */
export interface DemoMember {
  readonly partner: string;
  readonly role: ConsortiumRole;
  readonly joinedDaysAgo: number;
  /** When the letter of intent was signed; until then it was REQUESTED. */
  readonly signedDaysAgo?: number;
  /** Where the letter stands while it isn't signed: NONE unless told. */
  readonly letterOfIntent?: 'NONE' | 'REQUESTED';
  /** Promised when the letter was signed, or on joining where it isn't. */
  readonly commitment?: Amount;
  readonly ended?: DemoEnd;
}

/** What the funder decided: an amount, or a refusal and its reason. */
export type DemoDecision =
  { readonly daysAgo: number; readonly granted: Amount } | { readonly daysAgo: number; readonly rejected: string };

/** An application and how far it came. */
export interface DemoApplication {
  /** The call's identifier. */
  readonly call: string;
  readonly requested: Amount;
  readonly coFinancing: Amount;
  readonly reference?: string;
  /** The label of the deadline it aims at, in a call with several; else the call's only one. */
  readonly deadline?: string;
  readonly startedDaysAgo: number;
  readonly submittedDaysAgo?: number;
  readonly reviewDaysAgo?: number;
  readonly decided?: DemoDecision;
  readonly withdrawn?: DemoEnd;
}

/** A change of stage or state. All but an ordinary ADVANCE tell their reason. */
export type DemoTransition =
  | { readonly kind: 'ADVANCE'; readonly daysAgo: number; readonly reason?: string }
  | {
      readonly kind: 'ADVANCE';
      readonly daysAgo: number;
      readonly reason: string;
      /** Requirements that Region Blekinge lets pass. */
      readonly waive: readonly ('LETTERS_OF_INTENT' | 'CALL_RULES_MET')[];
    }
  | { readonly kind: 'RETURN'; readonly daysAgo: number; readonly to: Stage; readonly reason: string }
  | {
      readonly kind: 'PAUSE' | 'RESUME' | 'DISCONTINUE' | 'COMPLETE';
      readonly daysAgo: number;
      readonly reason: string;
    };

/** A milestone; overdue when its day is past and it isn't completed. */
export interface DemoMilestone {
  readonly title: DemoText;
  readonly dueInDays: number;
  readonly completedDaysAgo?: number;
}

/** What a project brings forth. */
export interface DemoOutcome {
  readonly kind: OutcomeKind;
  readonly title: DemoText;
  readonly environmentalObjectives: readonly EnvironmentalObjective[];
  /** When work on it began; PLANNED before. */
  readonly begunDaysAgo?: number;
  readonly deliveredDaysAgo?: number;
}

/** What a project measures. Values are exact decimals. */
export interface DemoIndicator {
  readonly code: string;
  readonly name: DemoText;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly measurements: readonly { readonly daysAgo: number; readonly value: string }[];
}

/** A project plan. It starts on the first day of the month that `startsInDays` falls in, and lasts whole years. */
export interface DemoProject {
  readonly plannedDaysAgo: number;
  readonly startsInDays: number;
  readonly years: number;
  readonly budget: Amount;
  readonly milestones: readonly DemoMilestone[];
  readonly outcomes: readonly DemoOutcome[];
  readonly indicators: readonly DemoIndicator[];
}

/** An invented idea and everything that happened to it. */
export interface DemoIdea {
  /** A name for the demo's own use; ideas have no slug. */
  readonly key: string;
  readonly title: DemoText;
  readonly summary: DemoText;
  readonly challenge?: DemoText;
  /** The slug of one of the programme's partners, who acts where nothing else is told. */
  readonly owner: string;
  readonly visibility: Visibility;
  readonly createdDaysAgo: number;
  readonly focusAreas: readonly string[];
  readonly environmentalObjectives: readonly EnvironmentalObjective[];
  readonly missions: readonly EuMission[];
  readonly technologyReadinessLevel?: number;
  readonly members: readonly DemoMember[];
  readonly applications: readonly DemoApplication[];
  /** In order of time. */
  readonly transitions: readonly DemoTransition[];
  readonly project?: DemoProject;
}

/** So many Swedish kronor. */
export function sek(amount: string): Amount {
  return { amount, currency: 'SEK' };
}

/** So many euros. */
export function eur(amount: string): Amount {
  return { amount, currency: 'EUR' };
}
