import { parse } from 'graphql';
import type { Untyped } from '../../shared/untyped.js';
import { cells, column, moment, WIDTH } from '../../tables/exported-columns.js';
import { nodesOf, type RunQuery } from '../graphql/own-query.js';
import type { OpenTable, TableVariables } from './open-table.js';

const ACTIVITY = parse(`query ($after: String, $kinds: [ActivityKind!], $sinceSequence: Int) {
  activity(first: 100, after: $after, kinds: $kinds, sinceSequence: $sinceSequence) {
    pageInfo { hasNextPage endCursor }
    nodes { sequence at kind actor { name role partner { slug } } idea { code } subject { id __typename } changes { field before after } reason }
  }
}`);

const COLUMNS = [
  column('sequence', 'Löpnummer', 'Sequence', WIDTH.number, ({ sequence }) => sequence),
  column('at', 'När', 'At', WIDTH.moment, ({ at }) => moment(at)),
  column('kind', 'Händelse', 'Kind', WIDTH.name, ({ kind }) => kind),
  column('actor', 'Av', 'Actor', WIDTH.name, ({ actor }) => actor.name),
  column('actorRole', 'I rollen', 'Role of the actor', WIDTH.word, ({ actor }) => actor.role),
  column('actorPartner', 'För partner', 'Partner of the actor', WIDTH.name, ({ actor }) => actor.partner?.slug ?? null),
  column('idea', 'Idé', 'Idea', WIDTH.number, ({ idea }) => idea?.code ?? null),
  column('subjectType', 'Gäller', 'Type of the subject', WIDTH.word, ({ subject }) => subject?.__typename ?? null),
  column('subject', 'Id', 'Id of the subject', WIDTH.name, ({ subject }) => subject?.id ?? null),
  column('changes', 'Ändringar', 'Changes', WIDTH.text, ({ changes }) => changes.map(told).join('; ')),
  column('reason', 'Skäl', 'Reason', WIDTH.text, ({ reason }) => reason),
];

/** Values as JSON writes them, so that a text is told from a number and from nothing. */
function told({ field, before, after }: Untyped): string {
  return `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}

/** The log, the oldest first, up to a moment. */
export function openActivity(query: RunQuery, { filter, asOf }: TableVariables): OpenTable {
  const variables = { sinceSequence: 0, ...filter };
  async function* rows(): AsyncGenerator<Untyped> {
    for await (const row of nodesOf(query, { document: ACTIVITY, list: 'activity', variables }))
      if (!asOf || new Date(row.at) <= asOf) yield row;
  }
  return { columns: COLUMNS, rows: cells(rows(), COLUMNS) };
}
