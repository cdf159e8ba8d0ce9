import {
  type CallToolResult,
  createMcpHandler,
  isLegacyRequest,
  type McpHttpHandler,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../../api.js';
import type { Callers } from '../admission/callers.js';
import type { OperationAdmission } from '../graphql/operation-admission.js';
import type { TrustedDocuments } from '../graphql/trusted-documents.js';
import { answerErrors, HttpRefusal, refusalOf } from '../refusals/refusal.js';
import type { Handler } from '../step.js';
import { variesBy } from '../vary.js';
import { McpAdmission } from './mcp-admission.js';
import { mcpServer, type Offer } from './mcp-server.js';
import { resources } from './resources.js';
import { Tool } from './tool.js';
import { refusedResult, resultOf } from './tool-result.js';
import { TOOLS } from './tools.js';

interface RouteOptions {
  readonly api: Api;
  readonly trusted: TrustedDocuments;
  readonly callers: Callers;
  readonly operations: OperationAdmission;
  /** What every operation of GraphQL passes once it has been let in. */
  readonly execute: Handler;
  readonly bodyLimit: number;
  readonly origins: readonly string[];
}

/** What of a request the protocol looks at; a key is none of it. */
const HEADERS = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name', 'mcp-session-id'];

/**
 * MCP at /mcp: tools and resources for agents, by Streamable HTTP. Each message is answered by itself and nothing is
 * kept between them, so any copy of the service may answer the next.
 * https://modelcontextprotocol.io/specification
 */
export function mcpRoutes(options: RouteOptions) {
  return async (server: FastifyInstance): Promise<void> => {
    const offer = offerOf(options);
    const admission = new McpAdmission({ ...options, tools: offer.tools });
    const messages = new Messages(offer, options.execute);
    server.decorateRequest('message', null as never);
    server.addHook('onClose', () => messages.close());
    await server.register(async routes => {
      answerErrors(routes, asError);
      routes.route({
        ...{ method: 'POST', url: '/mcp', bodyLimit: options.bodyLimit },
        config: { admission: admission.ofRequest },
        handler: (request, reply) => messages.answer(request, reply),
      });
      routes.route({
        ...{ method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'], url: '/mcp', exposeHeadRoute: false },
        config: { admission: options.callers.page },
        handler: () => Promise.reject(onlyByPost()),
      });
    });
  };
}

/** All tools, or the service does not start; where only known documents are answered, those whose documents are known. */
function offerOf({ api, trusted }: RouteOptions): Offer {
  const tools = TOOLS.map(entry => new Tool(api.schema, entry)).filter(({ text }) => trusted.allows(text));
  return { tools: new Map(tools.map(tool => [tool.entry.name, tool])), resources: resources() };
}

/** Answers messages, each by a server of its own; the handler of the SDK finds it by the request that it was made for. */
class Messages {
  private readonly exchanges = new WeakMap<Request, () => ReturnType<typeof mcpServer>>();
  private readonly handler: McpHttpHandler;

  constructor(
    private readonly offer: Offer,
    private readonly execute: Handler,
  ) {
    this.handler = createMcpHandler(({ requestInfo }) => this.exchanges.get(requestInfo!)!(), {
      legacy: 'reject',
      // Nothing is told to agents unasked.
      maxSubscriptions: 0,
    });
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { body: parsedBody, message } = request;
    if (Array.isArray(parsedBody)) throw onlyOne();
    const asked = webRequest(request, reply);
    const make = () => mcpServer(this.offer, message, () => this.run(request, reply));
    const answer = (await isLegacyRequest(asked, parsedBody))
      ? this.answerLegacy(make(), asked, parsedBody)
      : this.answerModern(make, asked, parsedBody);
    const { status, headers, text } = await answer;
    variesBy(reply, 'authorization', 'accept-language');
    void reply
      .removeHeader('content-length')
      .status(status)
      .headers({ ...headers, 'cache-control': 'private, no-store' });
    return text;
  }

  close(): Promise<void> {
    return this.handler.close();
  }

  /** Clients of 2025 begin with a handshake, which needs no memory: each of their messages says enough. */
  private async answerLegacy(server: ReturnType<typeof mcpServer>, asked: Request, parsedBody: unknown) {
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      return await read(await transport.handleRequest(asked, { parsedBody }));
    } finally {
      await server.close();
    }
  }

  private async answerModern(make: () => ReturnType<typeof mcpServer>, asked: Request, parsedBody: unknown) {
    this.exchanges.set(asked, make);
    return read(await this.handler.fetch(asked, { parsedBody }));
  }

  /** Runs the operation that was let in, as /graphql does. */
  private async run(request: FastifyRequest, reply: FastifyReply): Promise<CallToolResult> {
    const { locale, operation } = request.message;
    try {
      request.admitted = operation!();
      const text = String(await this.execute(request, reply));
      return { ...resultOf(text, locale), _meta: { cost: request.admitted.weighed.cost } };
    } catch (error) {
      const refusal = refusalOf(error as Error, request);
      if (refusal.status >= 500) request.log.error({ err: refusal.cause ?? error }, 'a tool failed');
      return refusedResult(refusal, locale);
    }
  }
}

/** The message as the SDK takes it; it ends when its caller leaves. */
function webRequest({ headers }: FastifyRequest, { raw }: FastifyReply): Request {
  const gone = new AbortController();
  raw.once('close', () => raw.writableFinished || gone.abort());
  const known = HEADERS.flatMap(name =>
    headers[name] === undefined ? [] : [[name, String(headers[name])] as [string, string]],
  );
  return new Request('http://kickstart-s3/mcp', { method: 'POST', headers: known, signal: gone.signal });
}

async function read(response: Response) {
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

/** Refusals as the protocol writes errors, with the id of the message where there is one. */
function asError({ status, code, message, details }: HttpRefusal, { body }: FastifyRequest): object {
  const { id = null } = (body ?? {}) as { id?: unknown };
  const error = { code: status === 400 ? -32600 : -32000, message: `${code}: ${message}`, data: { code, ...details } };
  return { jsonrpc: '2.0', id, error };
}

function onlyByPost(): HttpRefusal {
  const message = 'Send messages by POST. Nothing is told unasked here, and there are no sessions to end.';
  return new HttpRefusal(405, 'BAD_REQUEST', message, { headers: { allow: 'POST' } });
}

function onlyOne(): HttpRefusal {
  return new HttpRefusal(400, 'BATCH_REFUSED', 'Send one message a request; requests may run side by side.');
}
