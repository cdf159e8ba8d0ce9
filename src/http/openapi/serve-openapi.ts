import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Admission } from '../admission/admission.js';
import type { Parameters } from '../downloads/parameters.js';
import type { Phases } from '../step.js';
import type { Described } from './described.js';
import { type DescribedRoute, openapiDocument } from './openapi-document.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the document at /openapi.json tells of it. */
    described?: Described & { readonly parameters?: Parameters };
  }
}

/** What describes itself by another document, or is nobody's but the front end's and the operator's. */
const ELSEWHERE = new Set(['/graphql', '/graphql/stream', '/mcp', '/session', '/metrics', '*']);

/**
 * /openapi.json: what there is beside GraphQL, as OpenAPI 3.1, put together of what the routes themselves say. A route
 * that says nothing, and is neither a page nor described elsewhere, keeps the service from starting.
 */
export function openapi(page: Admission): Phases {
  const routes: RouteOptions[] = [];
  return {
    setUp(server: FastifyInstance) {
      server.addHook('onRoute', route => void routes.push(route));
      let text = '';
      server.get('/openapi.json', { config: { admission: page } }, async (_request, reply) =>
        reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(text),
      );
      server.addHook('onReady', async () => {
        refuseSilent(routes, page);
        text = JSON.stringify(openapiDocument(routes.filter(isTold).map(toDescribed)));
      });
    },
  };
}

function refuseSilent(routes: readonly RouteOptions[], page: Admission): void {
  const silent = routes.filter(
    ({ config, url, method }) =>
      !config?.described && config?.admission !== page && method !== 'HEAD' && !ELSEWHERE.has(url),
  );
  const named = silent.map(({ method, url }) => `${String(method)} ${url}`);
  if (named.length > 0) throw new Error(`Routes that are not described for /openapi.json: ${named.join(', ')}`);
}

/** An address that ends with a slash is another name of one that doesn't. */
function isTold({ config, url, method }: RouteOptions): boolean {
  return config?.described !== undefined && method !== 'HEAD' && !url.endsWith('/');
}

function toDescribed({ config, url, method }: RouteOptions): DescribedRoute {
  return { url, method, described: config!.described!, tagged: config!.tagged ?? false };
}
