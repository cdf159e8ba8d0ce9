import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import type { Config } from '../config.js';
import { NoticeLinks } from '../notices/links.js';
import { admissionOfRoutes } from './admission/admission.js';
import { deadline } from './admission/deadline.js';
import { takeJsonBodies } from './admission/json-bodies.js';
import { untrustedProxies } from './admission/proxies.js';
import { compression } from './compression.js';
import { crossOrigins } from './cross-origins.js';
import { serveAtomFeeds } from './downloads/atom-feeds.js';
import { serveCalendar } from './downloads/calendar.js';
import { serveCommonGrants } from './downloads/protocols/common-grants-routes.js';
import { serveDcat } from './downloads/dcat/serve-dcat.js';
import { serveExports } from './downloads/exports.js';
import { serveTemplates } from './downloads/templates.js';
import { serveGdp } from './downloads/protocols/gdp-routes.js';
import { answers } from './graphql/answers/answers.js';
import { executor } from './graphql/executor.js';
import { graphqlRoutes, mutationsByPost, subscriptionsByEvents } from './graphql/graphql-routes.js';
import { idempotent } from './graphql/idempotency/idempotent.js';
import { legacyStatus } from './graphql/legacy-status.js';
import { acceptWebSockets } from './graphql/live/websocket.js';
import { showStatements } from './graphql/show-statements.js';
import { showCost } from './graphql/weighing/show-cost.js';
import { weighedDocument } from './graphql/weighing/weighed-document.js';
import { mcpRoutes } from './mcp/mcp-routes.js';
import { openapi } from './openapi/serve-openapi.js';
import { closing } from './operation/closing.js';
import { deliverWebhooks } from './operation/deliver-webhooks.js';
import { sendNotices } from './operation/send-notices.js';
import { watchReplica } from './operation/watch-replica.js';
import { serveHealth } from './operation/health.js';
import { loggerOptions, requestLog } from './operation/log.js';
import { measuredOperations, measuredRequests, measuredStatements } from './operation/measured.js';
import { requestIdOf, requestIds } from './operation/request-id.js';
import { serveMetrics } from './operation/serve-metrics.js';
import { watchClock } from './operation/watch-clock.js';
import { serveExamples } from './pages/explorer-examples.js';
import { serveFrontEnd } from './pages/front-end.js';
import { serveNotices } from './pages/notices.js';
import { serveSession } from './pages/session.js';
import { serveStatements } from './pages/statements/serve-statements.js';
import { serveSignIn } from './pages/sign-in.js';
import { type Parts, partsOf, type ServiceOptions } from './parts.js';
import { answerErrors, LONGEST_IN_PATH, refuseUnfit } from './refusals/refusal.js';
import { securityHeaders } from './security-headers.js';
import { addSteps, handlerWithin, type Step } from './step.js';

/** The HTTP service, ready to listen. Closing it lets the requests under way finish. */
export async function createServer(options: ServiceOptions): Promise<FastifyInstance> {
  const server = fastify(serverOptions(options.config));
  await addSteps(server, await stepsOf(server, await partsOf(server, options)));
  return server;
}

/** What an operation of GraphQL passes once it has been let in, whatever has brought it: each step around the next. */
async function executionOf(server: FastifyInstance, { api, database, config, metrics, traced, live, kept }: Parts) {
  const { limits, debugStatements } = config;
  const execute = await executor(server, {
    api,
    debugStatements,
    // Inside Apollo Server, in whose phases they act; `answers` gives a kept answer, or one by a statement alone.
    plugins: [
      weighedDocument,
      legacyStatus,
      measuredOperations(metrics),
      showCost(limits),
      answers(kept, metrics),
      ...(debugStatements ? [showStatements] : []),
    ],
  });
  const steps = [
    mutationsByPost,
    subscriptionsByEvents(live),
    deadline(limits.requestTimeoutMs),
    idempotent({ database, busyMs: limits.requestTimeoutMs }),
    ...(traced ? [traced.operations] : []),
  ];
  return handlerWithin(steps, execute);
}

/** The way of a request: what it passes, in this order. Beside each step stand the phases in which it acts. */
async function stepsOf(server: FastifyInstance, parts: Parts): Promise<Step[]> {
  const { api, database, config, metrics, traced, callers, admission, live, feed, downloads } = parts;
  const { http, limits, oidc, sessions } = config;
  const execute = await executionOf(server, parts);
  return [
    // Every request, on its way to a route and back.
    requestIds, // onRequest
    traced?.requests ?? {}, // onRequest, onResponse
    requestLog, // onResponse
    measuredRequests(metrics), // onResponse
    untrustedProxies(http.trustProxy), // onRequest
    securityHeaders(oidc?.issuer), // onRequest
    crossOrigins(http.corsOrigins), // onRequest
    takeJsonBodies, // the body is parsed
    admissionOfRoutes(callers.page), // preHandler
    closing(server, config.closingMs / 2, metrics), // onSend, preClose
    compression, // onSend
    answerErrors, // an error was thrown
    openapi(callers.page), // what the routes from here on say of themselves

    // GraphQL, over HTTP, server-sent events and WebSockets.
    acceptWebSockets,
    live.phases, // preClose, onClose
    // preHandler: who asks → params → trusted document → weighing → rate → validation.
    graphqlRoutes({ bodyLimit: limits.bodyBytes, live, admission, execute }),

    // Agents: a tool is an operation that is let in and executed as those of GraphQL are.
    mcpRoutes({
      ...{ api, callers, execute, trusted: config.trusted, operations: admission, bodyLimit: limits.bodyBytes },
      origins: [...http.corsOrigins, ...(config.mail ? [new URL(config.mail.publicUrl).origin] : [])],
    }),

    // Downloads.
    downloads.setUp,
    () => serveExports(server, downloads),
    () => serveTemplates(server, downloads),
    () => serveCalendar(server, downloads),
    () => serveAtomFeeds(server, downloads, config.mail?.publicUrl),
    () => serveCommonGrants(server, downloads),
    () => serveGdp(server, downloads),
    () => serveDcat(server, downloads, config.dcat),

    // Operation.
    () => serveHealth(server, database),
    () => serveMetrics(server, metrics, { token: http.metricsToken, callers }),
    measuredStatements(metrics),
    () => watchReplica(server, database, metrics),
    () => watchClock(server, feed, metrics),
    () => deliverWebhooks(server, { api, database, config, feed, metrics }),
    () => sendNotices(server, { api, database, config, feed, metrics }),

    // Pages.
    () => serveFrontEnd(server, { admission: callers.page }),
    () => serveExamples(server, { admission: callers.page, demo: config.seed === 'demo' }),
    () =>
      serveStatements(server, {
        publisher: config.publisher,
        publicUrl: config.mail?.publicUrl,
        admission: callers.page,
      }),
    () => serveSignIn(server, { oidc, sessions, admission: callers.page }),
    () => serveNotices(server, { links: new NoticeLinks(database), admission: callers.page }),
    () => serveSession(server, { database, settings: sessions, callers }),
  ];
}

function serverOptions({ http, limits }: Config) {
  return {
    logger: loggerOptions(http.logLevel),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    trustProxy: http.trustProxy.length > 0 && [...http.trustProxy],
    forceCloseConnections: 'idle' as const,
    bodyLimit: limits.bodyBytes,
    routerOptions: { maxParamLength: LONGEST_IN_PATH },
    frameworkErrors: refuseUnfit,
    // A caller that sends its request drop by drop is not waited for.
    requestTimeout: 30_000,
  } satisfies FastifyServerOptions;
}
