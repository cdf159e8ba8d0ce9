import { parse } from 'graphql';
import type { Cell } from '../../shared/files/table.js';
import { CALL_COLUMNS } from '../../funding-calls/exchange/formats/csv/write-csv.js';
import { cells, type ExportedColumn } from '../../tables/exported-columns.js';
import { type Conditions, OF_CALLS, OF_IDEAS, OF_PARTNERS } from './conditions.js';
import { IDEA_COLUMNS, PIPELINE_COLUMNS } from './idea-columns.js';
import { PARTNER_COLUMNS } from './partner-columns.js';
import { type RunQuery, nodesOf } from '../graphql/own-query.js';
import type { Untyped } from '../../shared/untyped.js';

const IDEAS = parse(`query ($after: String, $filter: IdeaFilter) {
  ideas(first: 100, after: $after, filter: $filter, orderBy: { field: CODE, direction: ASC }) {
    pageInfo { hasNextPage endCursor }
    nodes {
      code titleSv: title(locale: SV) titleEn: title(locale: EN) stage state owner { name } focusAreas { code }
      environmentalObjectives technologyReadinessLevel nextDeadline enteredStageAt daysInStage
      consortium { coordinator { name } memberships { partner { name } } }
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
      slug name sector organisationNumber pic country nutsCode website
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

/** A table whose rows have not been read yet. */
export interface OpenTable {
  readonly columns: readonly ExportedColumn[];
  readonly rows: AsyncGenerator<Cell[]>;
}

interface Exportable {
  /** What of an address narrows it. */
  readonly conditions: Conditions;
  readonly open: (query: RunQuery, variables: object) => OpenTable;
}

/** The tables that can be exported, by the name of their file. */
export const TABLES: Readonly<Record<string, Exportable>> = {
  ideas: {
    conditions: OF_IDEAS,
    open: (query, variables) => ({
      columns: IDEA_COLUMNS,
      rows: cells(nodesOf(query, { document: IDEAS, list: 'ideas', variables }), IDEA_COLUMNS),
    }),
  },
  calls: {
    conditions: OF_CALLS,
    open: (query, variables) => ({
      columns: CALL_COLUMNS,
      rows: cells(nodesOf(query, { document: CALLS, list: 'fundingCalls', variables }), CALL_COLUMNS),
    }),
  },
  partners: {
    conditions: OF_PARTNERS,
    open: (query, variables) => ({
      columns: PARTNER_COLUMNS,
      rows: cells(nodesOf(query, { document: PARTNERS, list: 'partners', variables }), PARTNER_COLUMNS),
    }),
  },
  pipeline: {
    conditions: OF_IDEAS,
    open: (query, variables) => ({
      columns: PIPELINE_COLUMNS,
      rows: cells(pipelineCells(query, variables), PIPELINE_COLUMNS),
    }),
  },
};
