import { timingSafeEqual } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { Database } from '../../database/database.js';
import { statementChannel } from '../../database/statement-channel.js';
import type { Admission } from '../admission/admission.js';
import type { Callers } from '../admission/callers.js';
import { HttpRefusal } from '../refusals/refusal.js';

/** Seconds; from a statement that hits the cache to one that is about to be stopped. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the service measures of itself. Labels never hold what a caller has chosen. */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers: this.registers,
  });

  readonly operations = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'GraphQL operations answered, by type and by the code of the first error.',
    labelNames: ['type', 'outcome'],
    buckets: BUCKETS,
    registers: this.registers,
  });

  readonly statements = new Histogram({
    name: 'database_statement_duration_seconds',
    help: 'Statements sent to the database.',
    buckets: BUCKETS,
    registers: this.registers,
  });

  /** A value that is looked up when the metrics are read. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: this.registers,
      collect() {
        this.set(read());
      },
    });
  }

  /** A count that only grows. */
  counter<L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> {
    return new Counter({ name, help, labelNames, registers: this.registers });
  }
}

/** Serves /metrics in Prometheus' format, and measures requests, statements and the database's connections. */
export function serveMetrics(
  server: FastifyInstance,
  database: Database,
  { token, callers }: { token: string | undefined; callers: Callers },
): Metrics {
  const metrics = new Metrics();
  collectDefaultMetrics({ register: metrics.registry });
  for (const state of ['total', 'idle', 'waiting'] as const)
    metrics.gauge(`database_connections_${state}`, `Connections in the pool: ${state}.`, () => database.pool()[state]);
  measureRequests(server, metrics);
  measureStatements(server, metrics);
  const config = { admission: token ? holding(token, callers) : callers.page };
  server.get('/metrics', { config }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  return metrics;
}

/** Lets in whoever holds the token, and counts those who try others. */
function holding(token: string, callers: Callers): Admission {
  return async request => {
    if (holds(request, token)) return;
    throw await callers.failed(request.ip, new HttpRefusal(401, 'UNAUTHENTICATED', 'This needs METRICS_TOKEN.'));
  };
}

function holds({ headers: { authorization = '' } }: FastifyRequest, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function measureRequests(server: FastifyInstance, { requests }: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}

function measureStatements(server: FastifyInstance, { statements }: Metrics): void {
  const started = new WeakMap<object, number>();
  const measure = {
    start: (statement: object) => void started.set(statement, performance.now()),
    asyncEnd: (statement: object) => statements.observe((performance.now() - (started.get(statement) ?? 0)) / 1000),
    end: () => undefined,
    asyncStart: () => undefined,
    error: () => undefined,
  };
  statementChannel.subscribe(measure);
  server.addHook('onClose', async () => void statementChannel.unsubscribe(measure));
}

/** Measures the operations that Apollo Server answers. */
export function measureOperations({ operations }: Metrics): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async willSendResponse({ operation, response: { body } }) {
          const error = body.kind === 'single' ? body.singleResult.errors?.[0] : undefined;
          const outcome = error ? String(error.extensions?.code) : 'OK';
          operations.observe({ type: operation?.operation ?? 'none', outcome }, (performance.now() - started) / 1000);
        },
      };
    },
  };
}
