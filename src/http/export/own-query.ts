import { setImmediate } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { type DocumentNode, execute } from 'graphql';
import type { Authenticate } from '../../access/authenticate.js';
import type { Api } from '../../api.js';
import type { Context } from '../../context.js';
import type { Locale } from '../../shared/localized-text.js';
import { localeOf } from '../locale.js';
import { HttpRefusal } from '../refusal.js';
import { askerBy } from '../sign-in.js';

/** What exports are made from: the API itself, asked as the caller, so that they show what the caller may see. */
export interface Exporting {
  readonly api: Api;
  readonly authenticate: Authenticate;
}

/** Who asks for a file: by header, or by `?key=` for programs that cannot send one, such as calendars. */
export async function askerOf({ api, authenticate }: Exporting, request: FastifyRequest): Promise<Context> {
  const { key, locale } = request.query as { key?: string; locale?: unknown };
  const authorization = request.headers.authorization ?? (key ? `Bearer ${key}` : undefined);
  const { viewer, revision } = await askerBy(authenticate, authorization);
  return api.contextFor(viewer, localeWanted(locale) ?? localeOf(request.headers), { revision });
}

function localeWanted(locale: unknown): Locale | null {
  const wanted = String(locale).toUpperCase();
  return wanted === 'SV' || wanted === 'EN' ? wanted : null;
}

/** Runs a document of our own and gives its data. */
export async function ask(api: Api, context: Context, document: DocumentNode, variables: object): Promise<any> {
  const variableValues = variables as Record<string, unknown>;
  const { data, errors } = await execute({ schema: api.schema, document, contextValue: context, variableValues });
  const [error] = errors ?? [];
  if (!error) return data;
  // What the caller's parameters brought in, refused before any field or by one, is told; the rest is a fault of ours.
  if (!error.path || error.extensions.code === 'BAD_USER_INPUT')
    throw new HttpRefusal(400, 'BAD_USER_INPUT', error.message);
  throw error.originalError ?? error;
}

/** All nodes of a connection, a page at a time: memory stays that of one page. */
export async function* nodesOf(
  api: Api,
  context: Context,
  { document, list, variables }: { document: DocumentNode; list: string; variables: object },
): AsyncGenerator<any> {
  let after: string | null = null;
  do {
    const data: any = await ask(api, context, document, { ...variables, after });
    yield* data[list].nodes;
    // Other requests and what has been written so far go first; the embedded database by itself lets nothing between.
    await setImmediate();
    after = data[list].pageInfo.hasNextPage ? data[list].pageInfo.endCursor : null;
  } while (after);
}
