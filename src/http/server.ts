import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Api } from '../api.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import { serveCalendar } from './export/calendar.js';
import { serveCommonGrants } from './export/common-grants.js';
import { serveExports } from './export/exports.js';
import { serveExplorer } from './explorer.js';
import { serveFrontEnd } from './front-end.js';
import { serveGraphql } from './graphql.js';
import { serveHealth } from './health.js';
import { loggerOptions, logRequests } from './log.js';
import { serveMetrics } from './metrics.js';
import { answerErrors } from './refusal.js';
import { carryRequestIds, requestIdOf } from './request-id.js';
import { secure } from './security.js';

export interface ServerOptions {
  readonly api: Api;
  readonly database: Database;
  readonly config: Config;
}

/** The HTTP service, ready to listen. Closing it lets the requests under way finish. */
export async function createServer({ api, database, config }: ServerOptions): Promise<FastifyInstance> {
  const { http, limits } = config;
  const server = fastify({
    logger: loggerOptions(http.logLevel),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    trustProxy: http.trustProxy.length > 0 && [...http.trustProxy],
    forceCloseConnections: 'idle',
    bodyLimit: limits.bodyBytes,
    // A caller that sends its request drop by drop is not waited for.
    requestTimeout: 30_000,
  });
  carryRequestIds(server);
  logRequests(server);
  answerErrors(server);
  await secure(server, http);
  const metrics = serveMetrics(server, database, http.metricsToken);
  serveHealth(server, database);
  await serveFrontEnd(server);
  serveExplorer(server, '/explorer');
  serveExports(server, { api, database });
  serveCalendar(server, { api, database });
  serveCommonGrants(server, { api, database });
  await serveGraphql(server, { api, database, metrics, config });
  return server;
}
