import type { DocumentNode } from 'graphql';
import { parse } from 'graphql';
import type { Untyped } from '../../../shared/untyped.js';
import type { Viewer } from '../../../shared/viewer.js';
import { cells, column, type ExportedColumn, WIDTH } from '../../../tables/exported-columns.js';
import { nodesOf, type RunQuery } from '../../graphql/own-query.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { OpenTable, TableVariables } from '../open-table.js';

/** A table of what is inside ideas: a row for each of several, in the order of their ideas' numbers. */
export interface InsideIdeas {
  readonly columns: readonly ExportedColumn[];
  readonly document: DocumentNode;
  readonly partsOf: (idea: Untyped) => readonly Untyped[];
  /** Where the API lists them by themselves, by a filter of their own. */
  readonly own?: { readonly document: DocumentNode; readonly list: 'applications' | 'milestones' };
}

/** What each row says of its idea, and then of itself; a part is handed to its columns with its idea. */
export function insideIdeas(
  selection: string,
  partsOf: (idea: Untyped) => readonly Untyped[],
  columns: readonly ExportedColumn[],
  own?: InsideIdeas['own'],
): InsideIdeas {
  const document = parse(`query ($after: String, $filter: IdeaFilter, $asOf: DateTime) {
    ideas(first: 100, after: $after, filter: $filter, asOf: $asOf, orderBy: { field: CODE, direction: ASC }) {
      pageInfo { hasNextPage endCursor } nodes { code titleSv: title(locale: SV) ${selection} }
    }
  }`);
  return { document, partsOf, columns: [...OF_THE_IDEA, ...columns], ...(own && { own }) };
}

const OF_THE_IDEA: readonly ExportedColumn[] = [
  column('idea', 'Idé', 'Idea', WIDTH.number, ({ idea }) => idea.code),
  column('ideaTitleSv', 'Idéns titel', 'Title of the idea in Swedish', WIDTH.name, ({ idea }) => idea.titleSv),
];

/** What the plan says of money is public where the idea is, but never stands where an address opens it. */
const OF_BUDGETS: ReadonlySet<string> = new Set([
  'budget',
  'budgetCurrency',
  'baselineBudget',
  'baselineBudgetCurrency',
]);

function emptied({ title, ...column }: ExportedColumn): ExportedColumn {
  const noted = { sv: `${title.sv} (visas inte med länkens nyckel)`, en: `${title.en} (not shown by a feed token)` };
  return { ...column, title: noted, cell: () => null };
}

export function openInsideIdeas(
  table: InsideIdeas,
  query: RunQuery,
  { own: ownFilter, ...variables }: TableVariables,
  { feedOnly }: Viewer,
): OpenTable {
  const { document, partsOf, own } = table;
  const columns = table.columns.map(each => (feedOnly && OF_BUDGETS.has(each.field) ? emptied(each) : each));
  async function* parts(): AsyncGenerator<Untyped> {
    const wanted = own && ownFilter && (await idsOf(query, own, ownFilter, variables));
    for await (const idea of nodesOf(query, { document, list: 'ideas', variables }))
      for (const part of partsOf(idea)) if (!wanted || wanted.has(part.id)) yield { ...part, idea };
  }
  return { columns, rows: cells(parts(), columns) };
}

/** The ids of those that their own filter holds for. It counts from now, so that no past goes with it. */
async function idsOf(
  query: RunQuery,
  { document, list }: NonNullable<InsideIdeas['own']>,
  filter: object,
  { asOf }: TableVariables,
): Promise<ReadonlySet<string>> {
  if (asOf) throw new HttpRefusal(400, 'BAD_USER_INPUT', `asOf does not go with what narrows ${list} themselves.`);
  const ids = new Set<string>();
  for await (const { id } of nodesOf(query, { document, list, variables: { filter } })) ids.add(id);
  return ids;
}

/** A list of the API's own, narrowed by its filter, of which the ids are asked. */
export function listed(list: 'applications' | 'milestones', filter: string): InsideIdeas['own'] {
  const document = parse(`query ($after: String, $filter: ${filter}) {
    ${list}(first: 100, after: $after, filter: $filter) { pageInfo { hasNextPage endCursor } nodes { id } }
  }`);
  return { document, list };
}

/** An amount and its currency, in a column each. */
export function money(field: string, sv: string, en: string): ExportedColumn[] {
  return [
    column(field, sv, en, WIDTH.word, part => part[field] && { decimal: part[field].amount }),
    column(`${field}Currency`, `${sv}, valuta`, `${en}, currency`, WIDTH.number, part => part[field]?.currency ?? null),
  ];
}
