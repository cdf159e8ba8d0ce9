import type { FastifyRequest } from 'fastify';
import { refusalOfTwice } from '../admission/repeated-key.js';
import { queryStringIn } from '../query-string.js';
import { HttpRefusal } from '../refusals/refusal.js';

/** What a GraphQL request asks, read from it once: nobody reads the request itself again. */
export interface GraphqlParams {
  readonly query: string | null;
  /** The name by which a document is known beforehand: `documentId`, or the hash that Apollo's clients send. */
  readonly documentId: string | null;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Bodies are for POST; whoever asks in another way does so in the query string. */
export function paramsOf({ method, url, body }: FastifyRequest): GraphqlParams {
  return paramsIn(method === 'POST' ? body : queryStringOf(url));
}

/** What the fields of a body, a query string or a message of a WebSocket ask. Refuses those that are not of their kind. */
export function paramsIn(given: unknown): GraphqlParams {
  if (Array.isArray(given))
    throw new HttpRefusal(400, 'BATCH_REFUSED', 'Send one operation a request; requests may run side by side.');
  const fields = objectIn({ request: given }, 'request');
  const persisted = objectIn(objectIn(fields, 'extensions'), 'persistedQuery');
  return {
    query: textIn(fields, 'query'),
    documentId: textIn(fields, 'documentId') ?? textIn(persisted, 'sha256Hash'),
    operationName: textIn(fields, 'operationName'),
    variables: objectIn(fields, 'variables'),
  };
}

/** Read strictly and by one parser, so that what is malformed has no meaning instead of several. */
function queryStringOf(url: string): Fields {
  const found = new URLSearchParams(queryStringIn(url));
  return {
    query: onceIn(found, 'query'),
    documentId: onceIn(found, 'documentId'),
    operationName: onceIn(found, 'operationName'),
    variables: jsonIn(found, 'variables'),
    extensions: jsonIn(found, 'extensions'),
  };
}

function onceIn(found: URLSearchParams, name: string): string | undefined {
  const [first, ...more] = found.getAll(name);
  if (more.length > 0) throw malformed(`${name} may stand in the query string once.`);
  return first;
}

function jsonIn(found: URLSearchParams, name: string): unknown {
  const text = onceIn(found, name);
  if (!text) return text;
  const value = parsed(text, name);
  const twice = refusalOfTwice(text, name);
  if (twice) throw twice;
  return value;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`${name} must be JSON in the query string.`);
  }
}

function textIn(fields: Fields, name: string): string | null {
  const value = fields[name] ?? null;
  if (value === null || typeof value === 'string') return value;
  throw malformed(`${name} must be a string.`);
}

function objectIn(fields: Fields, name: string): Fields {
  const value = fields[name] ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Fields;
  throw malformed(`${name} must be an object of JSON.`);
}

function malformed(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', message);
}
