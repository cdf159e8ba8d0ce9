import { context, propagation, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyRequest } from 'fastify';
import { VERSION } from '../../../shared/program/version.js';
import { statementChannel } from '../../../database/statement-channel.js';
import type { Around, Phases } from '../../step.js';
import type { TracingSettings } from './tracing-settings.js';

/** The steps that are traced. */
export interface Traced {
  readonly requests: Phases;
  readonly operations: Around;
}

/**
 * Makes spans of requests, operations and statements. They hold neither addresses, keys, variables nor values. This file
 * is loaded only where traces are wanted.
 */
export function startTracing({ url, serviceName }: TracingSettings): Traced {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': VERSION }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  const tracer = provider.getTracer('kickstart-s3');
  const stopStatements = traceStatements(tracer);
  const onClose = async () => {
    stopStatements();
    await provider.shutdown();
    for (const api of [trace, context, propagation]) api.disable();
  };
  return { requests: { ...tracedRequests(tracer), onClose }, operations: tracedOperations(tracer) };
}

/** Goes on with the caller's trace, if it sends one: https://www.w3.org/TR/trace-context/ */
function tracedRequests(tracer: Tracer): Phases {
  const spans = new WeakMap<FastifyRequest, Span>();
  return {
    onRequest(request, _reply, done) {
      const parent = propagation.extract(context.active(), request.headers);
      const route = request.routeOptions.url ?? 'unknown';
      const attributes = { 'http.request.method': request.method, 'http.route': route, 'request.id': request.id };
      const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
      spans.set(request, span);
      context.with(trace.setSpan(parent, span), done);
    },
    onResponse(request, { statusCode }, done) {
      const span = spans.get(request);
      span?.setAttribute('http.response.status_code', statusCode);
      if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
      done();
    },
  };
}

function tracedOperations(tracer: Tracer): Around {
  return next => (request, reply) => {
    const { operation, operationName } = request.admitted.weighed;
    const type = operation.operation;
    const attributes = {
      'graphql.operation.type': type,
      ...(operationName && { 'graphql.operation.name': operationName }),
    };
    return tracer.startActiveSpan(`graphql ${type}`, { attributes }, async span => {
      try {
        return await next(request, reply);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  };
}

/** Statements that belong to a request; what the service does by itself is measured alone. */
function traceStatements(tracer: Tracer): () => void {
  const spans = new WeakMap<object, Span>();
  const subscriber = {
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
  statementChannel.subscribe(subscriber);
  return () => void statementChannel.unsubscribe(subscriber);
}
