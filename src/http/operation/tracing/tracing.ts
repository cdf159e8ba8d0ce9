import { context, propagation, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { statementChannel } from '../../../database/statement-channel.js';
import type { TracingSettings } from './tracing-settings.js';

/** What a span tells of a GraphQL operation. */
export interface TracedOperation {
  readonly type: string;
  readonly name: string | null;
}

export type TraceOperation = <T>(operation: TracedOperation, run: () => Promise<T>) => Promise<T>;

/**
 * Tells in spans of requests, operations and statements. They hold neither addresses, keys, variables nor values. This
 * file is loaded only where traces are wanted.
 */
export function startTracing(server: FastifyInstance, { url, serviceName }: TracingSettings): TraceOperation {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  const tracer = provider.getTracer('kickstart-s3');
  traceRequests(server, tracer);
  const stopStatements = traceStatements(tracer);
  server.addHook('onClose', async () => {
    stopStatements();
    await provider.shutdown();
    for (const api of [trace, context, propagation]) api.disable();
  });
  return (operation, run) => traceOperation(tracer, operation, run);
}

/** Goes on with the caller's trace, if it sends one: https://www.w3.org/TR/trace-context/ */
function traceRequests(server: FastifyInstance, tracer: Tracer): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const parent = propagation.extract(context.active(), request.headers);
    const route = request.routeOptions.url ?? 'unknown';
    const attributes = { 'http.request.method': request.method, 'http.route': route, 'request.id': request.id };
    const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  server.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

function traceOperation<T>(tracer: Tracer, { type, name }: TracedOperation, run: () => Promise<T>): Promise<T> {
  const attributes = { 'graphql.operation.type': type, ...(name && { 'graphql.operation.name': name }) };
  return tracer.startActiveSpan(`graphql ${type}`, { attributes }, async span => {
    try {
      return await run();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Statements that belong to a request; what the service does by itself is told by its metrics. */
function traceStatements(tracer: Tracer): () => void {
  const spans = new WeakMap<object, Span>();
  const tell = {
    start: (statement: { text: string }) => {
      if (!trace.getActiveSpan()) return;
      const attributes = { 'db.system.name': 'postgresql', 'db.query.text': statement.text };
      spans.set(statement, tracer.startSpan('statement', { kind: SpanKind.CLIENT, attributes }));
    },
    end: () => undefined,
    asyncStart: () => undefined,
    asyncEnd: (statement: object) => spans.get(statement)?.end(),
    error: (statement: object) => void spans.get(statement)?.setStatus({ code: SpanStatusCode.ERROR }),
  };
  statementChannel.subscribe(tell);
  return () => void statementChannel.unsubscribe(tell);
}
