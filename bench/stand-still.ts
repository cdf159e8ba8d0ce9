import { setTimeout } from 'node:timers/promises';
import { type Contender, startContender } from './contender.js';
import type { BenchDatabase } from './database.js';
import { onScratch, POOL_SIZE } from './scratch.js';

const IDEAS = Number(process.argv[2] ?? 10_000);
/** How many ask for the same at the same time. */
const AT_ONCE = 4;
/** Milliseconds that nobody else should be kept waiting. */
const GOAL = 50;

const MATCH = '{ score eligible reasons { code satisfied message } }';

/** What is dear, as much of it as one operation may ask. */
const DEAR = {
  'ideas against calls': `{ ideas(first: 80) { nodes { callMatches(first: 3) ${MATCH} } } }`,
  'calls against ideas': `{ fundingCalls(first: 80) { nodes { ideaMatches(first: 3) ${MATCH} } } }`,
  'forecast of 100,000 runs': '{ pipeline { forecast(runs: 100000) { granted { currency p50 } } } }',
  'the pipeline':
    '{ pipeline { total history(from: "2021-01-01", to: "2030-01-01") { on } deadlines { daysLeft idea { code } } } }',
  'a hundred ideas':
    '{ ideas(first: 100) { totalCount nodes { code readiness { requirements { code message } } consortium { memberships { role partner { name } } } } } }',
  'a hundred changes': '{ activity(first: 100) { nodes { sequence at kind } } }',
} as const;

async function ask({ url }: Contender, key: string, query: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  const { errors }: any = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
}

async function exported({ url }: Contender, key: string, path: string): Promise<void> {
  const response = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await response.arrayBuffer();
}

/** The longest that the service stood still since this was asked before, in milliseconds. */
async function standStill({ url }: Contender): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return 1000 * Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)![1]);
}

/** Whether nothing dear keeps others waiting for longer than the goal. */
async function measure({ url: databaseUrl, keys }: BenchDatabase): Promise<boolean> {
  const service = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys });
  const longest: number[] = [];
  const run = async (name: string, once: () => Promise<void>) => {
    await once();
    await setTimeout(200);
    await standStill(service);
    const started = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, once));
    const took = performance.now() - started;
    longest.push(await standStill(service));
    console.log(
      `${name}, ${AT_ONCE} at once: stood still for ${longest.at(-1)!.toFixed(0)} ms, took ${took.toFixed(0)} ms`,
    );
  };
  try {
    for (const [name, query] of Object.entries(DEAR)) await run(name, () => ask(service, keys.INTEGRATOR, query));
    for (const path of ['/export/ideas.csv', '/export/ideas.xlsx'])
      await run(path, () => exported(service, keys.INTEGRATOR, path));
  } finally {
    await service.stop();
  }
  return Math.max(...longest) <= GOAL;
}

process.exitCode = (await onScratch('ks3_bench_stand_still', IDEAS, measure)) ? 0 : 1;
