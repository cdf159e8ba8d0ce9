import type { ActivityKind } from '../../../src/activity/activity-kind.js';
import type { ApplicationStatus } from '../../../src/applications/application-status.js';
import type { CallStatus } from '../../../src/funding-calls/call-status.js';
import type { EnvironmentalObjective, EuMission } from '../../../src/ideas/classification.js';
import type { RequirementCode } from '../../../src/ideas/gates/gates.js';
import type { IdeaState, Stage } from '../../../src/ideas/stages.js';
import type { PipelineGrouping } from '../../../src/pipeline/groups/group-types.js';
import type { Sector } from '../../../src/partners/sectors.js';
import type { Locale } from '../../../src/shared/text/localized-text.js';

/** The conditions of any of the lists. */
export interface Filter {
  text?: string | null;
  stages?: Stage[] | null;
  states?: IdeaState[] | null;
  focusAreas?: string[] | null;
  partners?: string[] | null;
  fundingCalls?: string[] | null;
  environmentalObjectives?: EnvironmentalObjective[] | null;
  missions?: EuMission[] | null;
  owners?: string[] | null;
  missing?: RequirementCode[] | null;
  health?: string[] | null;
  technologyReadinessLevel?: { from?: number | null; to?: number | null } | null;
  updatedWithin?: string | null;
  createdWithin?: string | null;
  deadlineWithin?: string | null;
  inStageLongerThan?: string | null;
  quietLongerThan?: string | null;
  and?: Filter[] | null;
  or?: Filter[] | null;
  not?: Filter | null;
  updatedSince?: string | null;
  updatedBefore?: string | null;
  deadlineBefore?: string | null;
  deadlineAfter?: string | null;
  mine?: boolean | null;
  statuses?: (CallStatus | ApplicationStatus)[] | null;
  ideas?: string[] | null;
  decidedWithin?: string | null;
  dueWithin?: string | null;
  overdue?: boolean | null;
  completed?: boolean | null;
  programmes?: string[] | null;
  ids?: string[] | null;
  funders?: string[] | null;
  minBudget?: { amount: string; currency: string } | null;
  sectors?: Sector[] | null;
  countries?: string[] | null;
}

export interface Order {
  field: string;
  direction: 'ASC' | 'DESC';
}

/** The arguments of any field that reads. */
export interface Arguments {
  id?: string | null;
  ids?: string[];
  code?: string | null;
  slug?: string | null;
  identifier?: string | null;
  locale?: Locale | null;
  first?: number | null;
  within?: string | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  filter?: Filter | null;
  orderBy?: Order | null;
  kinds?: ActivityKind[] | null;
  by?: PipelineGrouping;
  sinceSequence?: number | null;
}
