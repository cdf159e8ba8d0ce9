import type { DocumentNode } from 'graphql';
import { parse } from 'graphql';
import type { Untyped } from '../../../shared/untyped.js';
import { cells, column, type ExportedColumn, WIDTH } from '../../../tables/exported-columns.js';
import { nodesOf, type RunQuery } from '../../graphql/own-query.js';
import type { OpenTable, TableVariables } from '../open-table.js';

/** A table of what is inside ideas: a row for each of several, in the order of their ideas' numbers. */
export interface InsideIdeas {
  readonly columns: readonly ExportedColumn[];
  readonly document: DocumentNode;
  readonly partsOf: (idea: Untyped) => readonly Untyped[];
}

/** What each row says of its idea, and then of itself; a part is handed to its columns with its idea. */
export function insideIdeas(
  selection: string,
  partsOf: (idea: Untyped) => readonly Untyped[],
  columns: readonly ExportedColumn[],
): InsideIdeas {
  const document = parse(`query ($after: String, $filter: IdeaFilter, $asOf: DateTime) {
    ideas(first: 100, after: $after, filter: $filter, asOf: $asOf, orderBy: { field: CODE, direction: ASC }) {
      pageInfo { hasNextPage endCursor } nodes { code titleSv: title(locale: SV) ${selection} }
    }
  }`);
  return { document, partsOf, columns: [...OF_THE_IDEA, ...columns] };
}

const OF_THE_IDEA: readonly ExportedColumn[] = [
  column('idea', 'Idé', 'Idea', WIDTH.number, ({ idea }) => idea.code),
  column('ideaTitleSv', 'Idéns titel', 'Title of the idea in Swedish', WIDTH.name, ({ idea }) => idea.titleSv),
];

export function openInsideIdeas(
  { columns, document, partsOf }: InsideIdeas,
  query: RunQuery,
  variables: TableVariables,
): OpenTable {
  async function* parts(): AsyncGenerator<Untyped> {
    for await (const idea of nodesOf(query, { document, list: 'ideas', variables }))
      for (const part of partsOf(idea)) yield { ...part, idea };
  }
  return { columns, rows: cells(parts(), columns) };
}

/** An amount and its currency, in a column each. */
export function money(field: string, sv: string, en: string): ExportedColumn[] {
  return [
    column(field, sv, en, WIDTH.word, part => part[field] && { decimal: part[field].amount }),
    column(`${field}Currency`, `${sv}, valuta`, `${en}, currency`, WIDTH.number, part => part[field]?.currency ?? null),
  ];
}
