import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startContender } from './contender.js';
import { aligned, keepPart, machine, rounded } from './parts.js';
import { onScratch, POOL_SIZE } from './scratch.js';

/** What an agent asks, as a tool and as the operation that the tool is. */
const { values } = parseArgs({
  options: {
    ideas: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '4' },
    quick: { type: 'boolean', default: false },
  },
  strict: false,
});
const MILLISECONDS = Number(values.seconds) * 1_000;
const TOOLS = [
  { tool: 'find_ideas', file: 'tools/find-ideas.graphql', operation: 'FindIdeas', given: { first: 10 } },
  { tool: 'idea_status', file: 'tools/idea-status.graphql', operation: 'IdeaStatus', given: { code: 'KS3-17' } },
] as const;

interface Way {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** The ways to ask the same: of the API, and of the tool by the protocols of 2025 and 2026. */
function waysOf({ tool, file, operation, given }: (typeof TOOLS)[number]): Record<string, Way> {
  const query = readFileSync(`schema/operations/${file}`, 'utf8');
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: tool, arguments: given } };
  const of2026 = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': tool };
  return {
    'POST /graphql': { path: '/graphql', headers: {}, body: { query, operationName: operation, variables: given } },
    'MCP of 2025': { path: '/mcp', headers: {}, body: call },
    'MCP of 2026': { path: '/mcp', headers: of2026, body: { ...call, params: { ...call.params, _meta: META } } },
  };
}

/** Asks on so many connections until the time is over, and gives what each answer took. */
async function drive(ask: () => Promise<void>, connections: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + MILLISECONDS;
  const one = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return times.sort((a, b) => a - b);
}

await onScratch('ks3_bench_mcp', Number(values.ideas), async ({ url: databaseUrl, keys, version }) => {
  const lines: string[][] = [];
  const service = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys });
  const askBy = ({ path, headers, body }: Way) => {
    const sent = {
      ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      ...{ authorization: `Bearer ${keys.ADMIN}`, ...headers },
    };
    return async () => {
      const response = await fetch(new URL(path, service.url), {
        method: 'POST',
        headers: sent,
        body: JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok || /"errors":|"isError":true/.test(text))
        throw new Error(`${response.status} ${text.slice(0, 300)}`);
    };
  };
  for (const each of TOOLS)
    for (const connections of [1, 16])
      for (const [way, asked] of Object.entries(waysOf(each))) {
        const ask = askBy(asked);
        for (let times = 0; times < 100; times += 1) await ask();
        const cpuBefore = service.cpuMs();
        const times = await drive(ask, connections);
        const cpu = (service.cpuMs() - cpuBefore) / times.length;
        const [rps, median] = [times.length / (MILLISECONDS / 1_000), times[Math.floor(times.length / 2)]!];
        const figures = [rps, median, cpu].map(each => String(rounded(each)));
        lines.push([each.tool, way, String(connections), ...figures]);
      }
  await service.stop();
  const table = aligned([['tool', 'way', 'conn.', 'calls/s', 'p50 ms', 'CPU ms'], ...lines], 3);
  console.log(table);
  if (!values.quick) keep(table, version);
});

function keep(table: string, postgres: string): void {
  keepPart(
    'Tools of agents',
    `\`npm run bench -- mcp\`: what a tool of \`/mcp\` costs beside the same operation of \`/graphql\`, by the protocols of 2025 and 2026, in a
programme of ${values.ideas} ideas; ${MILLISECONDS / 1_000} s each, after a hundred calls. CPU is the service's for one call.

${machine()}; PostgreSQL ${postgres}.

${table}
`,
  );
}
