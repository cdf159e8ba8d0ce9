import { setImmediate } from 'node:timers/promises';
import { type DocumentNode, execute } from 'graphql';
import type { Api } from '../../api.js';
import type { Context } from '../../context/context.js';
import { HttpRefusal } from '../refusals/refusal.js';
import { breath } from '../../shared/program/breath.js';
import type { Untyped } from '../../shared/untyped.js';

/** Runs a query of our own for a caller, and gives its data. */
export type RunQuery = (document: DocumentNode, variables: object) => Promise<Untyped>;

/** Runs a query of our own in a context, and gives its data. */
export async function runQuery(
  api: Api,
  context: Context,
  document: DocumentNode,
  variables: object,
): Promise<Untyped> {
  const variableValues = variables as Record<string, unknown>;
  const { data, errors } = await execute({ schema: api.schema, document, contextValue: context, variableValues });
  const [error] = errors ?? [];
  if (!error) return data;
  // What the caller's parameters brought in, refused before any field or by one, the caller is to know; the rest is our own mistake.
  if (!error.path || error.extensions.code === 'BAD_USER_INPUT')
    throw new HttpRefusal(400, 'BAD_USER_INPUT', error.message);
  throw error.originalError ?? error;
}

/** All nodes of a connection, a page at a time: memory stays that of one page. */
export async function* nodesOf(
  query: RunQuery,
  { document, list, variables }: { document: DocumentNode; list: string; variables: object },
): AsyncGenerator<Untyped> {
  let after: string | null = null;
  do {
    const data: Untyped = await query(document, { ...variables, after });
    // Other requests and what has been written so far go first; the embedded database by itself lets nothing between.
    await setImmediate();
    for (const node of data[list].nodes) {
      await breath();
      yield node;
    }
    after = data[list].pageInfo.hasNextPage ? data[list].pageInfo.endCursor : null;
  } while (after);
}
