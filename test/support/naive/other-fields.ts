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
  ProjectRow,
} from '../service/stored-rows.js';
import { type Asking, by, money } from './asking.js';
import { nextDeadlineOfCall, statusOfCall } from './clock.js';
import { callPage, ideaPage } from './paging/connections.js';
import { columns, type Fields, moments, texts } from './fields.js';
import { isInAreas, takingPart } from './paging/lists.js';
import { nodeOf } from './node.js';

export const PARTNER: Fields<PartnerRow> = {
  ...columns('id', 'slug', 'name', 'sector', 'organisationNumber', 'pic', 'country', 'nutsCode', 'website', 'version'),
  ...texts('description'),
  ideas: ({ id }, args, asking) => ideaPage(asking, args, idea => takingPart(asking, idea).includes(id)),
};

const inArea = ({ code }: FocusAreaRow, asking: Asking, chosen: { focus_area_id: string }[]) =>
  isInAreas(
    asking,
    chosen.map(each => each.focus_area_id),
    [code],
  );

export const FOCUS_AREA: Fields<FocusAreaRow> = {
  ...columns('id', 'code'),
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
  ...columns('id', 'startsOn', 'endsOn'),
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
  progress: (project, _, { rows }) =>
    progress(rows.milestone.filter(ofProject(project)).map(({ completed_on }) => ({ completedOn: completed_on }))),
};

export const MILESTONE: Fields<MilestoneRow> = {
  ...columns('id', 'dueOn', 'completedOn'),
  ...texts('title'),
  overdue: ({ due_on, completed_on }, _, { now }) => isOverdue({ dueOn: due_on, completedOn: completed_on }, now),
};

export const OUTCOME: Fields<OutcomeRow> = {
  ...columns('id', 'kind', 'status', 'environmentalObjectives', 'deliveredOn'),
  ...texts('title'),
};

const measured = ({ id }: IndicatorRow, { rows }: Asking) =>
  rows.measurement.filter(({ indicator_id }) => indicator_id === id).sort(by(({ on }) => on));

export const INDICATOR: Fields<IndicatorRow> = {
  ...columns('id', 'code', 'unit', 'baseline', 'target'),
  ...texts('name'),
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
  actor: ({ actor_name, actor_role, actor_partner_id, idea_id }) => ({
    idea_id,
    name: actor_name,
    role: actor_role,
    partner_id: actor_partner_id,
  }),
  subject: ({ subject_id }, _, asking) => nodeOf(asking, subject_id),
  idea: ({ idea_id }, _, { eyes }) => {
    const idea = idea_id === null ? null : eyes.ideaOf({ idea_id });
    return idea && eyes.seesIdea(idea) ? idea : null;
  },
  changes: (activity, _, asking) =>
    activity.changes.filter(({ field }) => showsAll(activity, asking) || !CONFIDENTIAL.includes(field)),
  reason: (activity, _, asking) => (showsAll(activity, asking) ? activity.reason : null),
};

interface ActorParts {
  readonly name: string;
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
    if (idea_id === null || asking.eyes.isInside(asking.eyes.ideaOf({ idea_id }))) return name;
    return asking.rows.partner.find(({ id }) => id === partner_id)?.name ?? ROLES[asking.locale][role];
  },
  partner: ({ partner_id }, _, { rows }) => rows.partner.find(({ id }) => id === partner_id) ?? null,
};

export const API_KEY: Fields<ApiKeyRow> = {
  ...columns('id', 'name', 'prefix', 'role', 'grants', 'feedOnly'),
  ...moments('createdAt', 'lastUsedAt', 'expiresAt', 'revokedAt'),
  partner: ({ partner_id }, _, { rows }) => rows.partner.find(({ id }) => id === partner_id) ?? null,
};
