import type { KeyGrant, Role } from '../../../src/shared/roles.js';
import type { ActivityKind } from '../../../src/activity/activity-kind.js';
import type { ApplicationStatus } from '../../../src/applications/application-status.js';
import type { ConsortiumRole, LetterOfIntent } from '../../../src/consortia/roles.js';
import type { DeadlineModel } from '../../../src/funding-calls/call-status.js';
import type { EnvironmentalObjective, EuMission, Visibility } from '../../../src/ideas/classification.js';
import type { RequirementCode } from '../../../src/ideas/gates/gates.js';
import type { IdeaState, Stage } from '../../../src/ideas/stages.js';
import type { JoinRequestOrigin, JoinRequestStatus } from '../../../src/joining/join-request-words.js';
import type { LinkKind } from '../../../src/links/link-kind.js';
import type { Sector } from '../../../src/partners/sectors.js';
import type { OutcomeKind, OutcomeStatus } from '../../../src/projects/plan/outcome-words.js';
import type { Health } from '../../../src/status-updates/health.js';

/** Rows as the tables hold them, written as JSON: instants and days as text, exact numbers as text. */
export interface PartnerRow {
  id: string;
  contact_email: string | null;
  slug: string;
  name: string;
  sector: Sector;
  organisation_number: string | null;
  pic: string | null;
  country: string;
  nuts_code: string | null;
  website: string | null;
  description_sv: string | null;
  description_en: string | null;
  merged_into_id: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}

export interface FocusAreaRow {
  id: string;
  code: string;
  name_sv: string;
  name_en: string | null;
  description_sv: string | null;
  description_en: string | null;
  parent_id: string | null;
  retired_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface ProgrammeRow {
  id: string;
  code_prefix: string;
  name_sv: string;
  name_en: string | null;
  description_sv: string | null;
  description_en: string | null;
  starts_on: string | null;
  ends_on: string | null;
  open: boolean;
  last_idea_number: number;
  required_projects: number;
  gate_policy_summary_min_length: number;
  gate_policy_min_partners: number;
  gate_policy_min_sectors: number;
  gate_policy_required_sectors: Sector[][];
  gate_policy_project_min_years: number;
  gate_policy_project_max_years: number;
  version: number;
}

export interface IdeaRow {
  id: string;
  contact_email: string | null;
  /** What its code begins with tells it where it is left out. */
  programme_id?: string;
  number: number;
  code: string;
  title_sv: string;
  title_en: string | null;
  summary_sv: string;
  summary_en: string | null;
  challenge_sv: string | null;
  challenge_en: string | null;
  stage: Stage;
  state: IdeaState;
  visibility: Visibility;
  owner_id: string;
  environmental_objectives: EnvironmentalObjective[];
  missions: EuMission[];
  technology_readiness_level: number | null;
  entered_stage_at: string;
  version: number;
  created_at: string;
  updated_at: string;
}

export interface IdeaFocusAreaRow {
  idea_id: string;
  focus_area_id: string;
}

export interface MembershipRow {
  id: string;
  idea_id: string;
  partner_id: string;
  role: ConsortiumRole;
  letter_of_intent: LetterOfIntent;
  commitment_amount: string | null;
  commitment_currency: string | null;
  joined_at: string;
  left_at: string | null;
}

export interface FundingCallRow {
  id: string;
  identifier: string;
  title_sv: string;
  title_en: string | null;
  summary_sv: string | null;
  summary_en: string | null;
  programme: string;
  funder: string;
  url: string | null;
  deadline_model: DeadlineModel;
  opens_at: string | null;
  deadlines: string[];
  deadline_labels: string[];
  closes_at: string | null;
  budget_amount: string | null;
  budget_currency: string | null;
  grant_min_amount: string | null;
  grant_min_currency: string | null;
  grant_max_amount: string | null;
  grant_max_currency: string | null;
  funding_rate: number | null;
  min_partners: number | null;
  min_countries: number | null;
  required_sectors: Sector[];
  trl_min: number | null;
  trl_max: number | null;
  environmental_objectives: EnvironmentalObjective[];
  source_system: string | null;
  source_external_id: string | null;
  source_url: string | null;
  source_imported_at: string | null;
  edited_fields: string[];
  assumed_fields: string[];
  published_at: string | null;
  cancelled_at: string | null;
  deleted_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}

export interface FundingCallFocusAreaRow {
  funding_call_id: string;
  focus_area_id: string;
}

export interface ApplicationRow {
  id: string;
  idea_id: string;
  call_id: string;
  status: ApplicationStatus;
  requested_amount: string | null;
  requested_currency: string | null;
  co_financing_amount: string | null;
  co_financing_currency: string | null;
  granted_amount: string | null;
  granted_currency: string | null;
  reference: string | null;
  deadline: string | null;
  submitted_at: string | null;
  invited_at: string | null;
  decided_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}

export interface ProjectRow {
  id: string;
  idea_id: string;
  starts_on: string;
  ends_on: string;
  budget_amount: string;
  budget_currency: string;
  baseline_starts_on: string | null;
  baseline_ends_on: string | null;
  baseline_budget_amount: string | null;
  baseline_budget_currency: string | null;
  baseline_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}

export interface MilestoneRow {
  id: string;
  project_id: string;
  title_sv: string;
  title_en: string | null;
  due_on: string;
  first_due_on: string | null;
  completed_on: string | null;
  dropped_at: string | null;
}

export interface OutcomeRow {
  id: string;
  project_id: string;
  kind: OutcomeKind;
  title_sv: string;
  title_en: string | null;
  status: OutcomeStatus;
  environmental_objectives: EnvironmentalObjective[];
  delivered_on: string | null;
  dropped_at: string | null;
}

export interface IndicatorRow {
  id: string;
  project_id: string;
  code: string;
  name_sv: string;
  name_en: string | null;
  unit: string;
  baseline: string | null;
  target: string;
  dropped_at: string | null;
}

export interface MeasurementRow {
  id: string;
  indicator_id: string;
  on: string;
  value: string;
}

export interface StageTransitionRow {
  id: string;
  idea_id: string;
  from: Stage | null;
  to: Stage;
  from_state: IdeaState | null;
  to_state: IdeaState;
  at: string;
  recorded_at: string | null;
  by_name: string;
  by_role: Role;
  by_partner_id: string | null;
  reason: string | null;
  waived: RequirementCode[];
}

export interface JoinRequestRow {
  id: string;
  idea_id: string;
  partner_id: string;
  origin: JoinRequestOrigin;
  role: ConsortiumRole;
  message: string | null;
  status: JoinRequestStatus;
  created_at: string;
  answered_at: string | null;
  reason: string | null;
}

export interface StatusUpdateRow {
  id: string;
  idea_id: string;
  at: string;
  by_name: string;
  by_role: Role;
  by_partner_id: string | null;
  health: Health;
  summary_sv: string;
  summary_en: string | null;
  next_step_sv: string | null;
  next_step_en: string | null;
  next_step_due_on: string | null;
}

export interface LinkRow {
  id: string;
  idea_id: string;
  kind: LinkKind;
  title: string;
  url: string;
  about_id: string | null;
  added_at: string;
  added_by_name: string;
  added_by_role: Role;
  added_by_partner_id: string | null;
  removed_at: string | null;
}

export interface ActivityRow {
  id: string;
  /** Given by the database. */
  sequence?: number;
  at: string;
  actor_name: string;
  actor_role: Role;
  actor_partner_id: string | null;
  kind: ActivityKind;
  subject_id: string;
  idea_id: string | null;
  call_id: string | null;
  changes: { field: string; before: unknown; after: unknown }[];
  reason: string | null;
}

export interface ApiKeyRow {
  id: string;
  name: string;
  prefix: string;
  hash: string;
  previous_hash: string | null;
  previous_ends_at: string | null;
  role: Role;
  partner_id: string | null;
  grants: KeyGrant[];
  created_at: string;
  last_used_at: string | null;
  expires_at: string | null;
  revoked_at: string | null;
  feed_only: boolean;
  tools_may_write: boolean;
  parent_id: string | null;
}

/** Every table of the domain with its rows, in an order in which they can be inserted. */
export interface Tables {
  programme: ProgrammeRow[];
  partner: PartnerRow[];
  focus_area: FocusAreaRow[];
  funding_call: FundingCallRow[];
  funding_call_focus_area: FundingCallFocusAreaRow[];
  idea: IdeaRow[];
  idea_focus_area: IdeaFocusAreaRow[];
  membership: MembershipRow[];
  application: ApplicationRow[];
  project: ProjectRow[];
  milestone: MilestoneRow[];
  outcome: OutcomeRow[];
  indicator: IndicatorRow[];
  measurement: MeasurementRow[];
  stage_transition: StageTransitionRow[];
  join_request: JoinRequestRow[];
  status_update: StatusUpdateRow[];
  link: LinkRow[];
  api_key: ApiKeyRow[];
  activity: ActivityRow[];
}
