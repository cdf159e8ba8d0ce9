import { durationYears, isOverdue, progress } from '../../../src/projects/duration.js';
import type {
  ActivityRow,
  ApiKeyRow,
  FocusAreaRow,
  FundingCallRow,
  IndicatorRow,
  MilestoneRow,
  OutcomeRow,
  PartnerRow,
  ProgrammeRow,
  ProjectRow,
} from '../service/stored-rows.js';
import { type Asking, by, contactOf, moment, money } from './asking.js';
import { nextDeadlineOfCall, statusOfCall } from './clock.js';
import { callPage, ideaPage } from './paging/connections.js';
import { columns, type Fields, moments, texts } from './fields.js';
import { isInAreas, takingPart } from './paging/lists.js';
import { nodeOf } from './node.js';
import { requestsOf } from './told-fields.js';

export const PARTNER: Fields<PartnerRow> = {
  ...columns('id', 'slug', 'name', 'sector', 'organisationNumber', 'pic', 'country', 'nutsCode', 'website', 'version'),
  ...texts('description'),
  contactEmail: (partner, _, asking) => contactOf(partner, asking),
  mergedInto: ({ merged_into_id }, _, { rows }) => rows.partner.find(({ id }) => id === merged_into_id) ?? null,
  ideas: ({ id }, args, asking) => ideaPage(asking, args, idea => takingPart(asking, idea).includes(id)),
  joinRequests: ({ id }, _, asking) => {
    const { role, partnerId, feedOnly } = asking.eyes.viewer;
    const isOwn = (role === 'ADMIN' && !feedOnly) || id === partnerId;
    return requestsOf(asking, ({ partner_id }) => isOwn && partner_id === id);
  },
};

export const PROGRAMME: Fields<ProgrammeRow> = {
  ...columns('id', 'startsOn', 'endsOn', 'open', 'requiredProjects', 'version'),
  ...texts('name', 'description'),
  code: ({ code_prefix }) => code_prefix,
  gatePolicy: programme => programme,
  ideas: ({ id }, args, asking) => ideaPage(asking, args, ({ programme_id }) => programme_id === id),
};

export const GATE_POLICY: Fields<ProgrammeRow> = {
  summaryMinLength: row => row.gate_policy_summary_min_length,
  minPartners: row => row.gate_policy_min_partners,
  minSectors: row => row.gate_policy_min_sectors,
  requiredSectors: row => row.gate_policy_required_sectors,
  projectMinYears: row => row.gate_policy_project_min_years,
  projectMaxYears: row => row.gate_policy_project_max_years,
};

const inArea = ({ code }: FocusAreaRow, asking: Asking, chosen: { focus_area_id: string }[]) =>
  isInAreas(
    asking,
    chosen.map(each => each.focus_area_id),
    [code],
  );

export const FOCUS_AREA: Fields<FocusAreaRow> = {
  ...columns('id', 'code'),
  ...moments('retiredAt'),
  ...texts('name', 'description'),
  parent: ({ parent_id }, _, { rows }) => rows.focus_area.find(({ id }) => id === parent_id) ?? null,
  children: (area, _, { rows }) =>
    rows.focus_area.filter(({ parent_id }) => parent_id === area.id).sort(by(({ code }) => code)),
  ideas: (area, args, asking) =>
    ideaPage(asking, args, ({ id }) =>
      inArea(
        area,
        asking,
        asking.rows.idea_focus_area.filter(({ idea_id }) => idea_id === id),
      ),
    ),
  fundingCalls: (area, args, asking) =>
    callPage(asking, args, ({ id }) =>
      inArea(
        area,
        asking,
        asking.rows.funding_call_focus_area.filter(({ funding_call_id }) => funding_call_id === id),
      ),
    ),
};

export const FUNDING_CALL: Fields<FundingCallRow> = {
  ...columns('id', 'identifier', 'programme', 'funder', 'url', 'deadlineModel', 'fundingRate', 'minPartners'),
  ...columns('minCountries', 'requiredSectors', 'trlMin', 'trlMax', 'environmentalObjectives', 'version'),
  ...texts('title', 'summary'),
  ...moments('opensAt', 'createdAt', 'updatedAt'),
  status: (call, _, asking) => statusOfCall(asking, call),
  deadlines: ({ deadlines, deadline_labels }) =>
    deadlines.map((at, index) => ({ at: new Date(at).toISOString(), label: deadline_labels[index] || null })),
  nextDeadline: (call, _, asking) => nextDeadlineOfCall(asking, call),
  budget: call => money(call.budget_amount, call.budget_currency),
  grantMin: call => money(call.grant_min_amount, call.grant_min_currency),
  grantMax: call => money(call.grant_max_amount, call.grant_max_currency),
  focusAreas: (call, _, { rows }) => {
    const chosen = rows.funding_call_focus_area.filter(each => each.funding_call_id === call.id);
    return rows.focus_area
      .filter(({ id }) => chosen.some(({ focus_area_id }) => focus_area_id === id))
      .sort(by(({ code }) => code));
  },
  applications: (call, _, { rows, eyes }) =>
    rows.application
      .filter(each => each.call_id === call.id && eyes.seesApplication(each))
      .sort(
        by(
          each => new Date(each.created_at).getTime(),
          ({ id }) => id,
        ),
      ),
  source: call => (call.source_system === null ? null : call),
};

export const CALL_SOURCE: Fields<FundingCallRow> = {
  system: ({ source_system }) => source_system,
  externalId: ({ source_external_id }) => source_external_id,
  url: ({ source_url }) => source_url,
  importedAt: ({ source_imported_at }) => new Date(source_imported_at!).toISOString(),
};

const ofProject =
  ({ id }: ProjectRow) =>
  ({ project_id }: { project_id: string }) =>
    project_id === id;

export const PROJECT: Fields<ProjectRow> = {
  ...columns('id', 'startsOn', 'endsOn', 'version'),
  idea: (project, _, { eyes }) => eyes.ideaOf(project),
  durationYears: ({ starts_on, ends_on }) => durationYears(starts_on, ends_on),
  budget: ({ budget_amount, budget_currency }) => money(budget_amount, budget_currency),
  milestones: (project, _, { rows }) =>
    rows.milestone.filter(ofProject(project)).sort(
      by(
        ({ due_on }) => due_on,
        ({ id }) => id,
      ),
    ),
  outcomes: (project, _, { rows }) => rows.outcome.filter(ofProject(project)).sort(by(({ id }) => id)),
  indicators: (project, _, { rows }) => rows.indicator.filter(ofProject(project)).sort(by(({ code }) => code)),
  progress: (project, _, { rows }) => progress(rows.milestone.filter(ofProject(project)).map(milestoneFacts)),
  baseline: project =>
    project.baseline_at === null
      ? null
      : {
          startsOn: project.baseline_starts_on,
          endsOn: project.baseline_ends_on,
          budget: money(project.baseline_budget_amount, project.baseline_budget_currency),
          at: moment(project.baseline_at),
        },
  revisions: (project, _, { rows, eyes }) =>
    eyes.isInside(eyes.ideaOf(project)) ? revisionsOf(project, rows.activity) : [],
};

const revisionsOf = ({ id }: ProjectRow, log: readonly ActivityRow[]) =>
  log
    .filter(({ kind, subject_id }) => kind === 'PROJECT_REVISED' && subject_id === id)
    .sort(by(each => each.sequence!));

const afterOf = (changes: ActivityRow['changes'], name: string) =>
  changes.find(({ field }) => field === name)?.after ?? null;

export const PROJECT_REVISION: Fields<ActivityRow> = {
  ...moments('at'),
  reason: (row, _, asking) => (isGone(row, asking, 'reason') ? null : row.reason),
  number: (row, _, { rows }) =>
    revisionsOf({ id: row.subject_id } as ProjectRow, rows.activity).findIndex(({ id }) => id === row.id) + 1,
  by: actorOf,
  reference: (row, _, asking) => afterOf(left(row, asking), 'reference'),
  decidedOn: (row, _, asking) => afterOf(left(row, asking), 'decidedOn'),
  changes: (row, _, asking) => left(row, asking).filter(({ field }) => field !== 'reference' && field !== 'decidedOn'),
};

const milestoneFacts = ({ due_on, completed_on, dropped_at }: MilestoneRow) => ({
  dueOn: due_on,
  completedOn: completed_on,
  droppedAt: dropped_at,
});

/** The project that a part is of. */
const project = ({ project_id }: { project_id: string }, _: unknown, { rows }: Asking) =>
  rows.project.find(({ id }) => id === project_id);

const DAY = 86_400_000;

export const MILESTONE: Fields<MilestoneRow> = {
  ...columns('id', 'dueOn', 'completedOn'),
  ...texts('title'),
  ...moments('droppedAt'),
  project,
  firstDueOn: ({ first_due_on, due_on }) => first_due_on ?? due_on,
  slipDays: ({ first_due_on, due_on }) => (Date.parse(due_on) - Date.parse(first_due_on ?? due_on)) / DAY,
  overdue: (milestone, _, { now }) => isOverdue(milestoneFacts(milestone), now),
};

export const OUTCOME: Fields<OutcomeRow> = {
  ...columns('id', 'kind', 'status', 'environmentalObjectives', 'deliveredOn'),
  ...texts('title'),
  ...moments('droppedAt'),
  project,
};

const measured = ({ id }: IndicatorRow, { rows }: Asking) =>
  rows.measurement.filter(({ indicator_id }) => indicator_id === id).sort(by(({ on }) => on));

export const INDICATOR: Fields<IndicatorRow> = {
  ...columns('id', 'code', 'unit', 'baseline', 'target'),
  ...texts('name'),
  ...moments('droppedAt'),
  project,
  measurements: (indicator, _, asking) => measured(indicator, asking),
  latest: (indicator, _, asking) => measured(indicator, asking).at(-1)?.value ?? null,
};

/** Of changes inside an idea, these are for those who are inside it. */
const CONFIDENTIAL = ['requested', 'coFinancing', 'granted', 'commitment', 'letterOfIntent'];

const showsAll = ({ idea_id }: ActivityRow, { eyes }: Asking) =>
  idea_id === null || eyes.isInside(eyes.ideaOf({ idea_id }));

export const ACTIVITY: Fields<ActivityRow> = {
  ...columns('id', 'sequence', 'kind'),
  ...moments('at'),
  actor: actorOf,
  subject: ({ subject_id }, _, asking) => nodeOf(asking, subject_id),
  idea: ({ idea_id }, _, { eyes }) => {
    const idea = idea_id === null ? null : eyes.ideaOf({ idea_id });
    return idea && eyes.seesIdea(idea) ? idea : null;
  },
  changes: (activity, _, asking) =>
    left(activity, asking).filter(({ field }) => showsAll(activity, asking) || !CONFIDENTIAL.includes(field)),
  reason: (activity, _, asking) =>
    showsAll(activity, asking) && !isGone(activity, asking, 'reason') ? activity.reason : null,
  redactedAt: (activity, _, asking) => {
    const seen = redactionsOf(activity, asking).filter(({ changes }) =>
      changes.some(({ field }) => shows(activity, asking, field)),
    );
    return seen.length > 0 ? new Date(Math.max(...seen.map(({ at }) => Date.parse(at)))).toISOString() : null;
  },
  redactedFields: (activity, _, asking) =>
    gone(activity, asking)
      .filter(name => shows(activity, asking, name))
      .sort(),
  redactable: (activity, _, asking) =>
    asking.viewer.role === 'ADMIN' && !asking.viewer.feedOnly
      ? redactableIn(activity)
          .filter(name => !isGone(activity, asking, name))
          .sort()
      : [],
};

const redactionsOf = ({ id }: ActivityRow, { rows }: Asking) =>
  rows.activity.filter(({ kind, subject_id }) => kind === 'ACTIVITY_REDACTED' && subject_id === id);

const gone = (activity: ActivityRow, asking: Asking) =>
  redactionsOf(activity, asking).flatMap(({ changes }) => changes.map(({ field }) => field));

const isGone = (activity: ActivityRow, asking: Asking, name: string) => gone(activity, asking).includes(name);

/** Outside an idea nobody knows of its reasons and names. */
const shows = (activity: ActivityRow, asking: Asking, name: string) =>
  showsAll(activity, asking) || !['reason', 'actor'].includes(name);

const left = (activity: ActivityRow, asking: Asking) =>
  activity.changes.map(({ field, before, after }) => ({
    field,
    before: isGone(activity, asking, `${field}.before`) ? null : before,
    after: isGone(activity, asking, `${field}.after`) ? null : after,
  }));

/** Of what the world's changes tell of, these are free text. */
const FREE_TEXT = ['title', 'reference'];

const redactableIn = ({ reason, changes }: ActivityRow) => [
  ...['actor', ...(reason === null ? [] : ['reason'])],
  ...changes
    .filter(({ field }) => FREE_TEXT.includes(field))
    .flatMap(({ field, before, after }) => [
      ...(before === null ? [] : [`${field}.before`]),
      ...(after === null ? [] : [`${field}.after`]),
    ]),
];

function actorOf(activity: ActivityRow, _: unknown, asking: Asking): ActorParts {
  const { actor_name, actor_role, actor_partner_id, idea_id } = activity;
  const name = isGone(activity, asking, 'actor') ? null : actor_name;
  return { idea_id, name, role: actor_role, partner_id: actor_partner_id };
}

interface ActorParts {
  readonly name: string | null;
  readonly role: 'ADMIN' | 'PARTNER' | 'INTEGRATOR';
  readonly partner_id: string | null;
  readonly idea_id: string | null;
}

const ROLES = {
  SV: { ADMIN: 'Programmets administration', PARTNER: 'En partner', INTEGRATOR: 'En integration' },
  EN: { ADMIN: 'The programme’s administration', PARTNER: 'A partner', INTEGRATOR: 'An integration' },
};

export const ACTOR: Fields<ActorParts> = {
  ...columns('role'),
  name: ({ name, role, partner_id, idea_id }, _, asking) => {
    if (name !== null && (idea_id === null || asking.eyes.isInside(asking.eyes.ideaOf({ idea_id })))) return name;
    return asking.rows.partner.find(({ id }) => id === partner_id)?.name ?? ROLES[asking.locale][role];
  },
  partner: ({ partner_id }, _, { rows }) => rows.partner.find(({ id }) => id === partner_id) ?? null,
};

export const API_KEY: Fields<ApiKeyRow> = {
  ...columns('id', 'name', 'prefix', 'role', 'grants', 'feedOnly', 'toolsMayWrite'),
  ...moments('createdAt', 'lastUsedAt', 'expiresAt', 'revokedAt', 'previousEndsAt'),
  partner: ({ partner_id }, _, { rows }) => rows.partner.find(({ id }) => id === partner_id) ?? null,
  parent: ({ parent_id }, _, { rows, eyes }) =>
    rows.api_key.find(key => key.id === parent_id && eyes.seesKey(key)) ?? null,
};
