import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as ClientOf2025 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportOf2025 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Service } from '../service/service.js';

/** The official clients: the maintained line of 2025, and the present one by the handshake of 2025 and by the protocol of 2026. */
export const CLIENTS = ['sdk 1', 'sdk 2', 'sdk 2, protocol of 2026'] as const;
export type ClientName = (typeof CLIENTS)[number];

/** What a call of a tool gave, whichever client made it. */
export interface Result {
  content: { type: string; text: string }[];
  structuredContent?: any;
  isError?: boolean;
  _meta?: { cost: number };
}

/** An agent that has connected, listed the tools, and so holds every answer against the schema of its tool. */
export interface Agent {
  readonly tools: readonly any[];
  readonly protocol: string;
  readonly version: string;
  call(name: string, given?: object): Promise<Result>;
  resources(): Promise<any[]>;
  read(uri: string): Promise<string>;
  close(): Promise<void>;
}

const WHO = { name: 'test', version: '1' };

export async function agentOf(
  { url }: Pick<Service, 'url'>,
  key: string | null,
  { name = 'sdk 1', headers = {} }: { name?: ClientName; headers?: Record<string, string> } = {},
): Promise<Agent> {
  const client: any =
    name === 'sdk 1'
      ? new ClientOf2025(WHO)
      : new Client(WHO, name === 'sdk 2' ? {} : { versionNegotiation: { mode: 'auto' } });
  const Transport: any = name === 'sdk 1' ? TransportOf2025 : StreamableHTTPClientTransport;
  const sent = { ...(key && { authorization: `Bearer ${key}` }), ...headers };
  const transport = new Transport(new URL(`${url}/mcp`), { requestInit: { headers: sent } });
  await client.connect(transport);
  const { tools } = await client.listTools();
  return {
    tools,
    protocol: client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion,
    version: client.getServerVersion().version,
    call: (tool, given = {}) => client.callTool({ name: tool, arguments: given }),
    resources: async () => (await client.listResources()).resources,
    read: async uri => (await client.readResource({ uri })).contents[0].text,
    close: () => client.close(),
  };
}

/** A message as it is sent by hand, with headers of one's own choosing. */
export async function send(
  { url }: Pick<Service, 'url'>,
  message: unknown,
  {
    key = null,
    headers = {},
    at = '/mcp',
  }: { key?: string | null; headers?: Record<string, string>; at?: string } = {},
) {
  const response = await fetch(`${url}${at}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      ...(key && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: typeof message === 'string' ? message : JSON.stringify(message),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : null };
}

/** A call of a tool as a message. */
export function callOf(name: string, given: unknown = {}, id: unknown = 1) {
  return { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: given } };
}
