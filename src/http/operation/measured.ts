import type { ApolloServerPlugin } from '@apollo/server';
import { statementChannel } from '../../database/statement-channel.js';
import type { Phases } from '../step.js';
import type { Metrics } from './metrics.js';

/** Measures each request to the last byte of its answer. */
export function measuredRequests({ requests }: Metrics): Phases {
  return {
    onResponse(request, reply, done) {
      const route = request.routeOptions.url ?? 'unknown';
      requests.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
      done();
    },
  };
}

/** Measures the statements that are sent to the database, whoever sends them. */
export function measuredStatements({ statements }: Metrics): Phases {
  const started = new WeakMap<object, number>();
  const measure = {
    start: (statement: object) => void started.set(statement, performance.now()),
    asyncEnd: (statement: object) => statements.observe((performance.now() - (started.get(statement) ?? 0)) / 1000),
    end: () => undefined,
    asyncStart: () => undefined,
    error: () => undefined,
  };
  statementChannel.subscribe(measure);
  return { onClose: async () => void statementChannel.unsubscribe(measure) };
}

/** Measures the operations that Apollo Server answers. */
export function measuredOperations({ operations }: Metrics): ApolloServerPlugin {
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
