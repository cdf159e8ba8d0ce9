import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { Database } from '../../database/database.js';

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

  constructor(database: Pick<Database, 'pool'>) {
    collectDefaultMetrics({ register: this.registry });
    for (const state of ['total', 'idle', 'waiting'] as const)
      this.gauge(`database_connections_${state}`, `Connections in the pool: ${state}.`, () => database.pool()[state]);
  }

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
