import { parse } from 'graphql';
import { mayFor } from '../../access/policy.js';
import type { Viewer } from '../../shared/viewer.js';
import { CALL_COLUMNS } from '../../funding-calls/exchange/formats/csv/write-csv.js';
import { cells } from '../../tables/exported-columns.js';
import { openActivity } from './activity-table.js';
import {
  type Conditions,
  OF_ACTIVITY,
  OF_APPLICATIONS,
  OF_CALLS,
  OF_IDEAS,
  OF_MILESTONES,
  OF_PARTNERS,
} from './conditions.js';
import { IDEA_COLUMNS, IDEA_VERSION, PIPELINE_COLUMNS } from './idea-columns.js';
import { APPLICATIONS } from './inside-ideas/applications.js';
import { type InsideIdeas, openInsideIdeas } from './inside-ideas/inside-ideas.js';
import { MEMBERSHIPS } from './inside-ideas/memberships.js';
import { INDICATORS, MILESTONES, PROJECTS } from './inside-ideas/projects.js';
import { PARTNER_COLUMNS, PARTNER_VERSION } from './partner-columns.js';
import type { OpenTable, TableVariables } from './open-table.js';
import { type RunQuery, nodesOf } from '../graphql/own-query.js';
import type { Untyped } from '../../shared/untyped.js';

const IDEAS = parse(`query ($after: String, $filter: IdeaFilter, $asOf: DateTime) {
  ideas(first: 100, after: $after, filter: $filter, asOf: $asOf, orderBy: { field: CODE, direction: ASC }) {
    pageInfo { hasNextPage endCursor }
    nodes {
      code version viewerCan titleSv: title(locale: SV) titleEn: title(locale: EN) stage state owner { name } focusAreas { code }
      summarySv: summary(locale: SV) summaryEn: summary(locale: EN) challengeSv: challenge(locale: SV) challengeEn: challenge(locale: EN)
      missions visibility contactEmail applications { status call { identifier } requested { amount currency } granted { amount currency } }
      environmentalObjectives technologyReadinessLevel nextDeadline enteredStageAt daysInStage
      consortium { coordinator { name } memberships { partner { name slug } role letterOfIntent commitment { amount currency } } }
      readiness { progress } createdAt updatedAt programme { code }
    }
  }
}`);

const CALLS = parse(`query ($after: String, $filter: FundingCallFilter) {
  fundingCalls(first: 100, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes {
      identifier titleSv: title(locale: SV) titleEn: title(locale: EN)
      summarySv: summary(locale: SV) summaryEn: summary(locale: EN) programme funder url status deadlineModel opensAt
      deadlines { at label } nextDeadline budget { amount currency } grantMin { amount currency } grantMax { amount currency }
      fundingRate minPartners minCountries requiredSectors trlMin trlMax focusAreas { code } environmentalObjectives
    }
  }
}`);

const PARTNERS = parse(`query ($after: String, $filter: PartnerFilter) {
  partners(first: 100, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes {
      slug version name sector organisationNumber pic country nutsCode website contactEmail
      descriptionSv: description(locale: SV) descriptionEn: description(locale: EN)
    }
  }
}`);

const PIPELINE = parse(`query ($filter: IdeaFilter, $asOf: DateTime) {
  pipeline(filter: $filter, asOf: $asOf) { asOf matrix { focusArea { code name } stage count } }
}`);

async function* pipelineCells(query: RunQuery, variables: object): AsyncGenerator<Untyped> {
  const { pipeline } = await query(PIPELINE, variables);
  for (const cell of pipeline.matrix) yield { asOf: pipeline.asOf, ...cell };
}

interface Exportable {
  /** What of an address narrows it. */
  readonly conditions: Conditions;
  /** What narrows the rows themselves, beside the ideas that they lie in. */
  readonly own?: Conditions;
  /** Whether it can be had as it was at an earlier moment. */
  readonly hasPast: boolean;
  readonly open: (query: RunQuery, variables: TableVariables, viewer: Viewer) => OpenTable;
}

/** Of what is inside ideas, narrowed as ideas are. */
function inside(table: InsideIdeas, own: Conditions = {}): Exportable {
  return {
    conditions: OF_IDEAS,
    own,
    hasPast: true,
    open: (query, variables, viewer) => openInsideIdeas(table, query, variables, viewer),
  };
}

/** The tables that can be exported, by the name of their file. */
export const TABLES: Readonly<Record<string, Exportable>> = {
  ideas: {
    conditions: OF_IDEAS,
    hasPast: true,
    open: (query, variables) => {
      // What was is no ground for changing what is.
      const columns = variables.asOf ? IDEA_COLUMNS : [...IDEA_COLUMNS, IDEA_VERSION];
      return { columns, rows: cells(nodesOf(query, { document: IDEAS, list: 'ideas', variables }), columns) };
    },
  },
  calls: {
    conditions: OF_CALLS,
    hasPast: false,
    open: (query, variables) => ({
      columns: CALL_COLUMNS,
      rows: cells(nodesOf(query, { document: CALLS, list: 'fundingCalls', variables }), CALL_COLUMNS),
    }),
  },
  partners: {
    conditions: OF_PARTNERS,
    hasPast: false,
    open: (query, variables, viewer) => {
      const columns = mayFor(viewer, 'MANAGE_PARTNERS') ? [...PARTNER_COLUMNS, PARTNER_VERSION] : PARTNER_COLUMNS;
      return { columns, rows: cells(nodesOf(query, { document: PARTNERS, list: 'partners', variables }), columns) };
    },
  },
  pipeline: {
    conditions: OF_IDEAS,
    hasPast: true,
    open: (query, variables) => ({
      columns: PIPELINE_COLUMNS,
      rows: cells(pipelineCells(query, variables), PIPELINE_COLUMNS),
    }),
  },
  memberships: inside(MEMBERSHIPS),
  applications: inside(APPLICATIONS, OF_APPLICATIONS),
  projects: inside(PROJECTS),
  milestones: inside(MILESTONES, OF_MILESTONES),
  indicators: inside(INDICATORS),
  activity: { conditions: OF_ACTIVITY, hasPast: true, open: openActivity },
};
