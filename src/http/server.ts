import fastify, { type FastifyInstance, LogController } from 'fastify';
import { authenticator } from '../access/authenticate.js';
import { VisibleHead } from '../activity/visible-head.js';
import type { Api } from '../api.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import { CandidateCounts } from '../matching/candidate-counts.js';
import { serveCalendar } from './downloads/calendar.js';
import { serveCommonGrants } from './downloads/common-grants-routes.js';
import { Downloads } from './downloads/downloads.js';
import { serveExports } from './downloads/exports.js';
import { serveGdp } from './downloads/gdp-routes.js';
import { watchClock } from './operation/watch-clock.js';
import { Closing } from './operation/closing.js';
import { compressAnswers } from './compression.js';
import { deliverWebhooks } from './operation/deliver-webhooks.js';
import { serveExplorer } from './pages/explorer.js';
import { serveFrontEnd } from './pages/front-end.js';
import { serveGraphql } from './graphql/serve-graphql.js';
import { serveHealth } from './operation/health.js';
import { takeJsonBodies } from './graphql/json-bodies.js';
import { admitRequests } from './admission/admission.js';
import { Callers } from './admission/callers.js';
import { Documents } from './graphql/weighing/documents.js';
import { Gate } from './graphql/weighing/gate.js';
import { Rates } from './admission/rate.js';
import { serveLive, startFeed } from './graphql/live/serve-live.js';
import { acceptWebSockets } from './graphql/live/websocket.js';
import { loggerOptions, logRequests } from './operation/log.js';
import { serveMetrics } from './operation/metrics.js';
import { noticeProxies } from './admission/proxies.js';
import { answerErrors, refuseMalformed } from './refusals/refusal.js';
import { watchReplica } from './operation/follow-replica.js';
import { carryRequestIds, requestIdOf } from './operation/request-id.js';
import { secure } from './pages/security.js';
import { serveSignIn } from './pages/sign-in.js';

export interface ServerOptions {
  readonly api: Api;
  readonly database: Database;
  readonly config: Config;
}

/** The HTTP service, ready to listen. Closing it lets the requests under way finish. */
export async function createServer({ api, database, config }: ServerOptions): Promise<FastifyInstance> {
  const { http, limits, oidc, tracing, trusted } = config;
  const callers = new Callers(authenticator(database, oidc), new Rates(limits));
  const server = fastify({
    logger: loggerOptions(http.logLevel),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    trustProxy: http.trustProxy.length > 0 && [...http.trustProxy],
    forceCloseConnections: 'idle',
    bodyLimit: limits.bodyBytes,
    frameworkErrors: refuseMalformed,
    // A caller that sends its request drop by drop is not waited for.
    requestTimeout: 30_000,
  });
  const closing = new Closing(server, config.closingMs / 2);
  carryRequestIds(server);
  // Loaded only where it is wanted: its packages would make every start slower.
  const traceOperation = tracing && (await import('./operation/tracing/tracing.js')).startTracing(server, tracing);
  logRequests(server);
  noticeProxies(server, http.trustProxy);
  compressAnswers(server);
  answerErrors(server);
  takeJsonBodies(server);
  admitRequests(server, callers.page);
  await secure(server, { ...http, issuer: oidc?.issuer });
  const metrics = serveMetrics(server, database, { token: http.metricsToken, callers });
  closing.measure(metrics);
  watchReplica(server, database, metrics);
  serveHealth(server, database);
  const pages = { admission: callers.page, demo: config.seed === 'demo' };
  await serveFrontEnd(server, pages);
  // Its own questions about the schema are none that were agreed on.
  if (!trusted.alone) serveExplorer(server, '/explorer', pages);
  serveSignIn(server, oidc, callers.page);
  const downloads = new Downloads(server, { api, callers, limits });
  serveExports(server, downloads);
  serveCalendar(server, downloads);
  serveCommonGrants(server, downloads);
  serveGdp(server, downloads);
  await acceptWebSockets(server);
  const candidates = new CandidateCounts(database);
  await candidates.count();
  const documents = new Documents(api.schema, limits, candidates);
  const visibleHead = new VisibleHead(database);
  const gate = new Gate({ callers, limits, documents, trusted, visibleHead });
  const feed = await startFeed(server, database);
  watchClock(server, feed, metrics);
  deliverWebhooks(server, { api, database, config, feed, metrics });
  const live = serveLive(server, { api, database, config, gate, feed, metrics });
  await serveGraphql(server, { api, database, metrics, config, gate, traceOperation, live });
  return server;
}
