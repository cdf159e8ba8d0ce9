import { parse } from 'graphql';
import { Stage } from '../../ideas/stages.js';
import { wordsOf } from '../../shared/described-enum.js';
import type { Cell, Table } from '../../shared/table.js';
import { type Ask, nodesOf } from './own-query.js';
import { focusAreaCode, oneOf, type Parameter } from './parameters.js';

const IDEAS = parse(`query ($after: String, $filter: IdeaFilter) {
  ideas(first: 100, after: $after, filter: $filter, orderBy: { field: CODE, direction: ASC }) {
    pageInfo { hasNextPage endCursor }
    nodes {
      code titleSv: title(locale: SV) titleEn: title(locale: EN) stage state owner { name } focusAreas { code }
      environmentalObjectives technologyReadinessLevel nextDeadline enteredStageAt daysInStage
      consortium { coordinator { name } memberships { partner { name } } }
      readiness { progress } createdAt updatedAt
    }
  }
}`);

const CALLS = parse(`query ($after: String, $filter: FundingCallFilter) {
  fundingCalls(first: 100, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes {
      identifier titleSv: title(locale: SV) titleEn: title(locale: EN) programme funder url status deadlineModel opensAt
      deadlines { at } nextDeadline budget { amount currency } grantMin { amount currency } grantMax { amount currency }
      fundingRate minPartners minCountries requiredSectors trlMin trlMax focusAreas { code } environmentalObjectives
    }
  }
}`);

const PIPELINE = parse(`query ($filter: IdeaFilter, $asOf: DateTime) {
  pipeline(filter: $filter, asOf: $asOf) { asOf matrix { focusArea { code name } stage count } }
}`);

const list = (values: readonly string[]) => values.join(' ');
const moment = (value: string | null): Date | null => (value ? new Date(value) : null);

type Columns = Readonly<Record<string, (node: any) => Cell>>;

const IDEA_COLUMNS: Columns = {
  code: ({ code }) => code,
  titleSv: ({ titleSv }) => titleSv,
  titleEn: ({ titleEn }) => titleEn,
  stage: ({ stage }) => stage,
  state: ({ state }) => state,
  owner: ({ owner }) => owner.name,
  coordinator: ({ consortium }) => consortium.coordinator?.name ?? null,
  members: ({ consortium }) => consortium.memberships.map((member: any) => member.partner.name).join('; '),
  focusAreas: ({ focusAreas }) => list(focusAreas.map((area: any) => area.code)),
  environmentalObjectives: idea => list(idea.environmentalObjectives),
  technologyReadinessLevel: idea => idea.technologyReadinessLevel,
  nextDeadline: ({ nextDeadline }) => moment(nextDeadline),
  enteredStageAt: ({ enteredStageAt }) => moment(enteredStageAt),
  daysInStage: ({ daysInStage }) => daysInStage,
  readiness: ({ readiness }) => readiness?.progress ?? null,
  createdAt: ({ createdAt }) => moment(createdAt),
  updatedAt: ({ updatedAt }) => moment(updatedAt),
};

const CALL_COLUMNS: Columns = {
  identifier: ({ identifier }) => identifier,
  titleSv: ({ titleSv }) => titleSv,
  titleEn: ({ titleEn }) => titleEn,
  programme: ({ programme }) => programme,
  funder: ({ funder }) => funder,
  url: ({ url }) => url,
  status: ({ status }) => status,
  deadlineModel: ({ deadlineModel }) => deadlineModel,
  opensAt: ({ opensAt }) => moment(opensAt),
  deadlines: ({ deadlines }) => list(deadlines.map(({ at }: any) => at)),
  nextDeadline: ({ nextDeadline }) => moment(nextDeadline),
  budget: ({ budget }) => budget?.amount ?? null,
  grantMin: ({ grantMin }) => grantMin?.amount ?? null,
  grantMax: ({ grantMax }) => grantMax?.amount ?? null,
  currency: ({ budget, grantMin, grantMax }) => (budget ?? grantMin ?? grantMax)?.currency ?? null,
  fundingRate: ({ fundingRate }) => fundingRate,
  minPartners: ({ minPartners }) => minPartners,
  minCountries: ({ minCountries }) => minCountries,
  requiredSectors: ({ requiredSectors }) => list(requiredSectors),
  trlMin: ({ trlMin }) => trlMin,
  trlMax: ({ trlMax }) => trlMax,
  focusAreas: ({ focusAreas }) => list(focusAreas.map((area: any) => area.code)),
  environmentalObjectives: call => list(call.environmentalObjectives),
};

const PIPELINE_COLUMNS: Columns = {
  asOf: ({ asOf }) => moment(asOf),
  focusArea: ({ focusArea }) => focusArea.code,
  name: ({ focusArea }) => focusArea.name,
  stage: ({ stage }) => stage,
  ideas: ({ count }) => count,
};

async function* cells(nodes: AsyncIterable<any>, columns: Columns): AsyncGenerator<Cell[]> {
  for await (const node of nodes) yield Object.values(columns).map(cell => cell(node));
}

async function* pipelineCells(ask: Ask, variables: object): AsyncGenerator<any> {
  const { pipeline } = await ask(PIPELINE, variables);
  for (const cell of pipeline.matrix) yield { asOf: pipeline.asOf, ...cell };
}

export interface ExportedTable extends Table {
  readonly rows: AsyncGenerator<Cell[]>;
}

/** What narrows a table, where it has it. */
type Narrowing = {
  readonly focusArea: Parameter<string>;
  readonly stage?: Parameter<Stage>;
};

interface Exportable {
  readonly parameters: Narrowing;
  readonly open: (ask: Ask, variables: object) => ExportedTable;
}

const OF_IDEAS = { focusArea: focusAreaCode, stage: oneOf(wordsOf(Stage)) };

/** The tables that can be exported, by the name of their file. */
export const TABLES: Readonly<Record<string, Exportable>> = {
  ideas: {
    parameters: OF_IDEAS,
    open: (ask, variables) => ({
      name: 'ideas',
      header: Object.keys(IDEA_COLUMNS),
      rows: cells(nodesOf(ask, { document: IDEAS, list: 'ideas', variables }), IDEA_COLUMNS),
    }),
  },
  calls: {
    parameters: { focusArea: focusAreaCode },
    open: (ask, variables) => ({
      name: 'calls',
      header: Object.keys(CALL_COLUMNS),
      rows: cells(nodesOf(ask, { document: CALLS, list: 'fundingCalls', variables }), CALL_COLUMNS),
    }),
  },
  pipeline: {
    parameters: OF_IDEAS,
    open: (ask, variables) => ({
      name: 'pipeline',
      header: Object.keys(PIPELINE_COLUMNS),
      rows: cells(pipelineCells(ask, variables), PIPELINE_COLUMNS),
    }),
  },
};
