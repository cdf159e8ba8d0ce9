import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../access/caller.js';
import type { Credentials } from '../../access/credentials.js';
import type { Locale } from '../../shared/text/localized-text.js';
import type { Callers } from '../admission/callers.js';
import { originOf } from '../admission/origin.js';
import { rateHeaders } from '../admission/rate.js';
import { secretIn } from '../admission/session-cookies.js';
import type { Admitted, OperationAdmission } from '../graphql/operation-admission.js';
import { localeOf } from '../locale.js';
import { HttpRefusal } from '../refusals/refusal.js';
import { idempotencyKeyIn, localeIn, type Tool } from './tool.js';

/** A message of an agent that was let in. */
export interface Message {
  readonly caller: Caller;
  readonly locale: Locale;
  /** The operation of the tool that it calls, or the refusal that it met; null where it calls none that is known. */
  readonly operation: (() => Admitted) | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    message: Message;
  }
}

interface AdmissionOptions {
  readonly callers: Callers;
  readonly operations: OperationAdmission;
  readonly tools: ReadonlyMap<string, Tool>;
  /** Origins of pages that may ask, beside those of this machine. */
  readonly origins: readonly string[];
}

/**
 * Lets in what agents send. A call of a tool is let in as the operation that it is: weighed, and at the operation's
 * price; all else costs a point.
 */
export class McpAdmission {
  constructor(private readonly options: AdmissionOptions) {}

  readonly ofRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { callers, operations } = this.options;
    refuseOtherOrigins(request, this.options.origins);
    refuseKeyInAddress(request);
    refuseKeyForAllCalls(request);
    const caller = await callers.callerOf(request, byHeaderAlone);
    const called = this.calledIn(request.body);
    if (called) return void (request.message = await this.call(request, reply, { ...called, caller }));
    const allowance = await operations.charge(caller, request.ip, 1);
    if (allowance) void reply.headers(rateHeaders(allowance));
    request.message = { caller, locale: localeOf(request.headers), operation: null };
  };

  private async call(request: FastifyRequest, reply: FastifyReply, { tool, given, caller }: Called): Promise<Message> {
    let locale = localeOf(request.headers);
    const params = () => {
      if (!tool.isOfferedTo(caller)) throw notGranted(tool, caller);
      locale = localeIn(given) ?? locale;
      // What an agent says by the call counts as the header does elsewhere.
      request.headers = { 'accept-language': locale.toLowerCase(), 'idempotency-key': idempotencyKeyIn(given) };
      return tool.paramsOf(given, locale);
    };
    const operation = await this.options.operations.enter(request, reply, { caller, params });
    return { caller, locale, operation };
  }

  private calledIn(body: unknown): Omit<Called, 'caller'> | null {
    const { method, params } = (body ?? {}) as { method?: unknown; params?: { name?: unknown; arguments?: unknown } };
    const tool = method === 'tools/call' && this.options.tools.get(String(params?.name));
    return tool ? { tool, given: Object(params?.arguments) as Called['given'] } : null;
  }
}

interface Called {
  readonly tool: Tool;
  readonly given: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}

/** The key is in the header; a browser's cookie, which comes by itself, would let a page act unasked. */
function byHeaderAlone(request: FastifyRequest): Credentials {
  const { authorization } = request.headers;
  if (authorization) return { authorization };
  if (secretIn(request) === undefined) return {};
  throw new HttpRefusal(
    403,
    'CROSS_ORIGIN',
    'Agents ask with a key in the Authorization header; no cookie counts here.',
  );
}

function refuseKeyInAddress(request: FastifyRequest): void {
  if ((request.query as { key?: unknown }).key === undefined) return;
  const message =
    'No key may stand in this address, neither an API key nor a feed token: send an API key in the Authorization header, and revoke one that has stood in an address.';
  throw new HttpRefusal(400, 'BAD_REQUEST', message);
}

/** Clients send their headers with every call, and an agent that thinks its changes safe would find them all one. */
function refuseKeyForAllCalls({ headers }: FastifyRequest): void {
  if (headers['idempotency-key'] === undefined) return;
  const message =
    'No header Idempotency-Key counts here, since it would be that of every call: tools that write take idempotencyKey among their arguments, a new one for each change.';
  throw new HttpRefusal(400, 'BAD_REQUEST', message);
}

/** Hosts of one's own machine, which no name of a stranger's can be made to mean. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses pages of other origins. The Host header proves nothing: a stranger's name may be made to lead to this machine
 * (DNS rebinding), and then stands in both. https://modelcontextprotocol.io/specification/2025-11-25/basic/transports
 */
function refuseOtherOrigins(request: FastifyRequest, allowed: readonly string[]): void {
  const { origin } = request.headers;
  if (origin === undefined ? originOf(request) !== 'ELSEWHERE' : isAllowed(origin, allowed)) return;
  throw new HttpRefusal(
    403,
    'CROSS_ORIGIN',
    'Pages of this origin may not ask here. Programs send no Origin; pages are those of CORS_ORIGINS, of PUBLIC_URL and of localhost.',
  );
}

function isAllowed(origin: string, allowed: readonly string[]): boolean {
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && LOOPBACK.has(new URL(origin).hostname);
}

function notGranted({ entry: { name } }: Tool, { toolsMayWrite }: Caller): HttpRefusal {
  const message = toolsMayWrite
    ? `${name} is not for the role of this key, whose tools may make other changes: tools/list tells which.`
    : `${name} changes things, and this key lets no tool do that. Ask whoever made the key for one with toolsMayWrite, of a role that may.`;
  return new HttpRefusal(403, 'TOOL_NOT_GRANTED', message);
}
