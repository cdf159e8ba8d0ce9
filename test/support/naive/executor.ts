import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { AGENDA_ITEM, agendaOf } from './agenda.js';
import type { Arguments } from './arguments.js';
import { type Asking, by } from './asking.js';
import { activityPage, callPage, ideaPage, partnerPage } from './paging/connections.js';
import { applicationPage, milestonePage, projectPage } from './paging/inside-ideas.js';
import { filterIdeas } from './paging/idea-filter.js';
import type { Fields } from './fields.js';
import { groupsOf, PIPELINE_GROUP } from './figures/groups.js';
import { INDICATOR_TOTAL, RESULTS } from './figures/results.js';
import type { IdeaRow } from '../service/stored-rows.js';
import { APPLICATION, CONSORTIUM, IDEA, MEMBERSHIP, REQUIREMENT, TRANSITION } from './idea-fields.js';
import { nodeOf, typeOf } from './node.js';
import { JOIN_REQUEST, LINK, STATUS_UPDATE } from './told-fields.js';
import * as other from './other-fields.js';

const QUERY: Fields<object> = {
  viewer: (_, _args, asking) => asking,
  node: (_, { id }, asking) => nodeOf(asking, id!),
  nodes: (_, { ids }, asking) => ids!.map(id => nodeOf(asking, id)),
  idea: (_, { id, code }, { rows, eyes }) =>
    rows.idea.find(idea => (idea.id === id || idea.code === code) && eyes.seesIdea(idea)) ?? null,
  ideas: (_, args, asking) => ideaPage(asking, args),
  partner: (_, args, { rows }) => {
    const named = rows.partner.find(({ id, slug }) => id === args.id || slug === args.slug);
    const other = args.id ? undefined : rows.partner.find(({ id }) => id === named?.merged_into_id);
    return other ?? named ?? null;
  },
  partners: (_, args, asking) => partnerPage(asking, args),
  focusAreas: (_, _args, { rows }) =>
    rows.focus_area.filter(({ parent_id }) => parent_id === null).sort(by(({ code }) => code)),
  programmes: (_, _args, { rows }) => [...rows.programme].sort(by(({ id }) => id)).reverse(),
  programme: (_, args, { rows }) => rows.programme.find(({ code_prefix }) => code_prefix === args.code) ?? null,
  focusArea: (_, args, { rows }) => rows.focus_area.find(({ code }) => code === args.code) ?? null,
  fundingCall: (_, args, { rows, eyes }) =>
    rows.funding_call.find(
      call => (call.id === args.id || call.identifier === args.identifier) && eyes.seesCall(call),
    ) ?? null,
  fundingCalls: (_, args, asking) => callPage(asking, args),
  applications: (_, args, asking) => applicationPage(asking, args),
  projects: (_, args, asking) => projectPage(asking, args),
  milestones: (_, args, asking) => milestonePage(asking, args),
  activity: (_, args, asking) => activityPage(asking, args),
  pipeline: (_, { filter }, asking) => filterIdeas(asking, filter),
};

/** Those figures of a pipeline that rows tell; the others are held against a model of what has happened. */
const PIPELINE: Fields<IdeaRow[]> = {
  total: ideas => ideas.length,
  results: ideas => ideas,
  groups: groupsOf,
};

const VIEWER: Fields<Asking> = {
  name: ({ viewer }) => viewer.name,
  role: ({ viewer }) => viewer.role,
  partner: ({ viewer, rows }) => rows.partner.find(({ id }) => id === viewer.partnerId) ?? null,
  locale: ({ locale }) => locale,
  agenda: (asking, args) => agendaOf(asking, args).slice(0, args.first ?? 50),
  agendaCount: (asking, args) => agendaOf(asking, args).length,
  apiKey: ({ rows, viewer, eyes }) => rows.api_key.find(key => key.id === viewer.keyId && eyes.seesKey(key)) ?? null,
  apiKeys: ({ rows, eyes }) =>
    rows.api_key
      .filter(key => eyes.seesKey(key))
      .sort(
        by(
          ({ created_at }) => new Date(created_at).getTime(),
          ({ id }) => id,
        ),
      )
      .reverse(),
};

const TYPES: Readonly<Record<string, Fields<never>>> = {
  Query: QUERY,
  Viewer: VIEWER,
  AgendaItem: AGENDA_ITEM,
  Idea: IDEA,
  Pipeline: PIPELINE,
  ProgrammeResults: RESULTS,
  IndicatorTotal: INDICATOR_TOTAL,
  PipelineGroup: PIPELINE_GROUP,
  Requirement: REQUIREMENT,
  StageTransition: TRANSITION,
  Consortium: CONSORTIUM,
  Membership: MEMBERSHIP,
  Application: APPLICATION,
  Partner: other.PARTNER,
  Programme: other.PROGRAMME,
  GatePolicy: other.GATE_POLICY,
  FocusArea: other.FOCUS_AREA,
  FundingCall: other.FUNDING_CALL,
  CallSource: other.CALL_SOURCE,
  Project: other.PROJECT,
  ProjectRevision: other.PROJECT_REVISION,
  Milestone: other.MILESTONE,
  Outcome: other.OUTCOME,
  Indicator: other.INDICATOR,
  StatusUpdate: STATUS_UPDATE,
  Link: LINK,
  JoinRequest: JOIN_REQUEST,
  Activity: other.ACTIVITY,
  Actor: other.ACTOR,
  ApiKey: other.API_KEY,
};

/** Types whose fields are properties of what another field gave. */
const PLAIN =
  /^(Money|(Outcome|Stage|ApplicationStatus)Count|(Milestone|Application)Summary|GateReadiness|CallDeadline|Measurement|Change|ProjectBaseline|PageInfo|\w+Connection|\w+Edge)$/;

/** Whether the naive executor knows how to answer the field. */
export function isKnown(type: string, field: string): boolean {
  return PLAIN.test(type) || field in (TYPES[type] ?? {});
}

const resolve: GraphQLFieldResolver<never, Asking> = (row, args: Arguments, asking, { parentType, fieldName }) => {
  const fields = TYPES[parentType.name];
  if (!fields) return row[fieldName];
  return fields[fieldName]!(row, args, asking);
};

/** Answers a document field by field over rows in memory. */
export function executeNaively(
  schema: GraphQLSchema,
  document: DocumentNode,
  { asking, variables }: { asking: Asking; variables: Record<string, unknown> },
): ExecutionResult {
  return execute({
    schema,
    document,
    rootValue: {},
    contextValue: asking,
    variableValues: variables,
    fieldResolver: resolve as GraphQLFieldResolver<unknown, unknown>,
    typeResolver: row => typeOf(row as { id: string }),
  }) as ExecutionResult;
}
