import type { RouteOptions } from 'fastify';
import type { Parameters } from '../downloads/parameters.js';
import { VERSION } from '../../shared/program/version.js';
import type { JsonSchema } from '../json-schema.js';
import { type Described, REFUSAL, TAGS } from './described.js';

/** A route, and what it tells of itself. */
export type DescribedRoute = Pick<RouteOptions, 'method' | 'url'> & {
  readonly described: Described & { readonly parameters?: Parameters };
  /** Whether its answers have an ETag. */
  readonly tagged: boolean;
};

/** Refusals that any of them may meet, by status. */
const REFUSED: Readonly<Record<number, string>> = {
  400: 'A parameter that is not known or not what it must be.',
  401: 'The key, token or session does not let in.',
  403: 'It lets in, but not here: such as a key in an address that is no feed token.',
  429: 'The points of this minute are used up; Retry-After says when to ask again.',
  503: 'The database is away, or it took too long.',
};

/** Those that what is posted may meet besides. */
const REFUSED_BODY: Readonly<Record<number, string>> = {
  413: 'The body is too large.',
  415: 'The body is not JSON in UTF-8, or is compressed.',
};

/** And an address with a part for a name. */
const REFUSED_PLACE: Readonly<Record<number, string>> = {
  414: 'A part of the address is too long.',
};

const WHAT_IS_LEFT_OUT = `Not described here: /graphql, /graphql/stream and /mcp, which describe themselves;
/metrics, in the format of Prometheus, which whoever runs the service reads; /session, /sign-in and the pages of the
front end, which are for browsers; /notices/…, where the links of mails lead; and /.well-known/security.txt (RFC 9116).

/health and /ready, as /metrics and this document, look at no parameters and refuse none, since those who watch add some.
All else refuses a parameter that it does not know.`;

/** The document, of the routes that describe themselves. https://spec.openapis.org/oas/v3.1.1.html */
export function openapiDocument(routes: readonly DescribedRoute[]) {
  const paths = new Map<string, object>();
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths.set(path, { ...paths.get(path), [String(route.method).toLowerCase()]: operationOf(route) });
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kickstart S3: exports, feeds, calendar, GDP, CommonGrants, DCAT, health',
      version: VERSION,
      summary:
        'What is had from Kickstart S3 Blekinge beside its GraphQL API, which is at /graphql and describes itself.',
      description: WHAT_IS_LEFT_OUT,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(paths),
    components: { schemas: { Refusal: REFUSAL }, securitySchemes: SECURITY },
  };
}

const SECURITY = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, ks3_…, or a token of the provider that people sign in at.',
  },
  feedToken: {
    type: 'apiKey',
    in: 'query',
    name: 'key',
    description: 'A feed token, the only key that an address may carry.',
  },
};

/** Whoever asks without a key sees what is public. */
const ANYBODY = [{}, { key: [] }, { feedToken: [] }];

function operationOf({ url, described, tagged }: DescribedRoute) {
  const { id, tag, summary, answers, body, parameters } = described;
  const isForAll = tag === 'Operation';
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(isForAll ? { security: [] } : { security: ANYBODY }),
    parameters: [...placesIn(url), ...queryOf(parameters ?? {})],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      200: { description: summary, content: contentOf(answers) },
      ...(tagged && { 304: { description: 'It is what If-None-Match names, which you have.' } }),
      ...(isForAll ? {} : refusalsOf(url, described)),
      ...otherOf(described),
    },
  };
}

function placesIn(url: string): object[] {
  return [...url.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

/** Those in the address; `key` is told as what lets in. Several words of one stand with commas between. */
function queryOf(parameters: Parameters): object[] {
  return Object.entries(parameters)
    .filter(([name]) => name !== 'key')
    .map(([name, { is, schema }]) => ({
      ...{ name, in: 'query', description: is, schema },
      ...(schema['type'] === 'array' && { style: 'form', explode: false }),
    }));
}

function contentOf(answers: Readonly<Record<string, JsonSchema>>) {
  return Object.fromEntries(Object.entries(answers).map(([type, schema]) => [type, { schema }]));
}

function refusalsOf(url: string, { body, refusal = { $ref: '#/components/schemas/Refusal' } }: Described) {
  const content = contentOf({ 'application/json': refusal });
  const refused = { ...REFUSED, ...(body && REFUSED_BODY), ...(url.includes(':') && REFUSED_PLACE) };
  return Object.fromEntries(Object.entries(refused).map(([status, description]) => [status, { description, content }]));
}

function otherOf({ otherwise = {} }: Described) {
  const told = Object.entries(otherwise).map(([status, schema]) => {
    const description = status === '404' ? 'There is no such thing that the caller may see.' : 'It is not so now.';
    return [status, { description, content: contentOf({ 'application/json': schema }) }];
  });
  return Object.fromEntries(told) as Record<string, object>;
}
