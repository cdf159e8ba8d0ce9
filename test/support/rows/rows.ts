import { hashOf } from '../../../src/access/keys/secret.js';
import { GATE_POLICY } from '../../../src/programmes/gate-policy.js';
import { newId } from '../../../src/shared/ids.js';
import type {
  ActivityRow,
  ApiKeyRow,
  ApplicationRow,
  FocusAreaRow,
  FundingCallRow,
  IdeaRow,
  MembershipRow,
  PartnerRow,
  ProgrammeRow,
  StageTransitionRow,
} from '../service/stored-rows.js';

/** Before everything that happens in a test. */
export const LONG_AGO = '2026-01-15T08:00:00+00:00';

let count = 0;
/** Numbers that no other row has. */
function next(): number {
  return (count += 1);
}

export function aPartnerRow(changes: Partial<PartnerRow> = {}): PartnerRow {
  const number = next();
  return {
    id: newId('partner'),
    slug: `partner-${number}`,
    name: `Partner ${number}`,
    sector: 'BUSINESS_SME',
    organisation_number: null,
    pic: null,
    country: 'SE',
    nuts_code: null,
    website: null,
    description_sv: null,
    description_en: null,
    contact_email: null,
    merged_into_id: null,
    version: 1,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    ...changes,
  };
}

/** A programme whose gates ask what is usual. */
export function aProgrammeRow(code: string, changes: Partial<ProgrammeRow> = {}): ProgrammeRow {
  return {
    id: newId('programme'),
    code_prefix: code,
    name_sv: `Program ${code}`,
    name_en: null,
    description_sv: null,
    description_en: null,
    starts_on: null,
    ends_on: null,
    open: true,
    last_idea_number: 0,
    required_projects: 1,
    gate_policy_summary_min_length: GATE_POLICY.summaryMinLength,
    gate_policy_min_partners: GATE_POLICY.minPartners,
    gate_policy_min_sectors: GATE_POLICY.minSectors,
    gate_policy_required_sectors: GATE_POLICY.requiredSectors,
    gate_policy_project_min_years: GATE_POLICY.projectMinYears,
    gate_policy_project_max_years: GATE_POLICY.projectMaxYears,
    version: 1,
    ...changes,
  };
}

export function aFocusAreaRow(code: string, changes: Partial<FocusAreaRow> = {}): FocusAreaRow {
  return {
    id: newId('focus'),
    code,
    name_sv: `Område ${code}`,
    name_en: null,
    description_sv: null,
    description_en: null,
    parent_id: null,
    retired_at: null,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    ...changes,
  };
}

export function anIdeaRow(owner: { id: string }, changes: Partial<IdeaRow> = {}): IdeaRow {
  const number = next() + 1000;
  return {
    id: newId('idea'),
    number,
    code: `KS3-${number}`,
    title_sv: `Idé ${number}`,
    title_en: null,
    summary_sv: 'En sammanfattning.',
    summary_en: null,
    challenge_sv: null,
    challenge_en: null,
    stage: 'CONCEPT',
    state: 'ACTIVE',
    visibility: 'PUBLIC',
    owner_id: owner.id,
    environmental_objectives: [],
    missions: [],
    technology_readiness_level: null,
    contact_email: null,
    entered_stage_at: LONG_AGO,
    version: 1,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    ...changes,
  };
}

export function aMembershipRow(
  idea: { id: string },
  partner: { id: string },
  changes: Partial<MembershipRow> = {},
): MembershipRow {
  return {
    id: newId('membership'),
    idea_id: idea.id,
    partner_id: partner.id,
    role: 'BENEFICIARY',
    letter_of_intent: 'NONE',
    commitment_amount: null,
    commitment_currency: null,
    joined_at: LONG_AGO,
    left_at: null,
    ...changes,
  };
}

/** A published call without deadlines, unless told otherwise; the last deadline is when it closes. */
export function aCallRow(changes: Partial<FundingCallRow> = {}): FundingCallRow {
  const number = next();
  const deadlines = changes.deadlines ?? [];
  return {
    id: newId('call'),
    identifier: `CALL-${number}`,
    title_sv: `Utlysning ${number}`,
    title_en: null,
    summary_sv: null,
    summary_en: null,
    programme: 'Programmet',
    funder: 'Finansiären',
    url: null,
    deadline_model: 'SINGLE_STAGE',
    opens_at: null,
    deadlines,
    deadline_labels: deadlines.map(() => ''),
    closes_at: deadlines.at(-1) ?? null,
    budget_amount: null,
    budget_currency: null,
    grant_min_amount: null,
    grant_min_currency: null,
    grant_max_amount: null,
    grant_max_currency: null,
    funding_rate: null,
    min_partners: null,
    min_countries: null,
    required_sectors: [],
    trl_min: null,
    trl_max: null,
    environmental_objectives: [],
    source_system: null,
    source_external_id: null,
    source_url: null,
    source_imported_at: null,
    edited_fields: [],
    assumed_fields: [],
    published_at: LONG_AGO,
    cancelled_at: null,
    deleted_at: null,
    version: 1,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    ...changes,
  };
}

export function anApplicationRow(
  idea: { id: string },
  call: { id: string },
  changes: Partial<ApplicationRow> = {},
): ApplicationRow {
  return {
    id: newId('application'),
    idea_id: idea.id,
    call_id: call.id,
    status: 'DRAFT',
    requested_amount: null,
    requested_currency: null,
    co_financing_amount: null,
    co_financing_currency: null,
    granted_amount: null,
    granted_currency: null,
    reference: null,
    deadline: null,
    submitted_at: null,
    invited_at: null,
    decided_at: null,
    version: 1,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    ...changes,
  };
}

export function aTransitionRow(idea: IdeaRow, changes: Partial<StageTransitionRow> = {}): StageTransitionRow {
  return {
    id: newId('transition'),
    idea_id: idea.id,
    from: null,
    to: idea.stage,
    from_state: null,
    to_state: idea.state,
    at: idea.created_at,
    recorded_at: null,
    by_name: 'En nyckel',
    by_role: 'ADMIN',
    by_partner_id: null,
    reason: null,
    waived: [],
    ...changes,
  };
}

export function anActivityRow(changes: Partial<ActivityRow> & Pick<ActivityRow, 'kind' | 'subject_id'>): ActivityRow {
  return {
    id: newId('activity'),
    at: LONG_AGO,
    actor_name: 'En nyckel',
    actor_role: 'ADMIN',
    actor_partner_id: null,
    idea_id: null,
    call_id: null,
    changes: [],
    reason: null,
    ...changes,
  };
}

export function aKeyRow(secret: string, changes: Partial<ApiKeyRow> & Pick<ApiKeyRow, 'role'>): ApiKeyRow {
  return {
    id: newId('key'),
    name: secret,
    prefix: secret.slice(0, 12),
    hash: hashOf(secret),
    previous_hash: null,
    previous_ends_at: null,
    partner_id: null,
    grants: [],
    created_at: LONG_AGO,
    last_used_at: null,
    expires_at: null,
    revoked_at: null,
    feed_only: false,
    tools_may_write: false,
    parent_id: null,
    ...changes,
  };
}
