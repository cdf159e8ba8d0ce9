import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Contender, type Setting, startContender } from './contender.js';
import { aligned, keepPart, machine } from './parts.js';
import { onScratch, POOL_SIZE } from './scratch.js';
import { onEmbedded } from './stand-still/embedded.js';
import type { Longest } from './stand-still/turns.js';

const { values: flags } = parseArgs({
  options: { ideas: { type: 'string', default: '10000' }, embedded: { type: 'boolean', default: false } },
});

const IDEAS = Number(flags.ideas);
/** How many ask for the same at the same time. */
const AT_ONCE = 4;
const ROUNDS = 3;
/** Milliseconds of processor time that nobody else should be kept waiting, where the database is a process of its own. */
const GOAL = 50;

/** What decides how long a turn is. */
const ABOUT = {
  server: `The goal is ${GOAL} ms of processor time: work is divided into pieces of some 10 ms, and what is longer is a page of answers or the collector's.`,
  embedded:
    'The database works in the same thread, so that one statement is one piece, however long; others have their turn between two.',
} as const;

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

/** Asks for it so often at the same time, and gives the longest turn of the service's event loop meanwhile. */
async function longestTurn(service: Contender, once: () => Promise<void>): Promise<Longest> {
  await setTimeout(200);
  await service.tell('begin');
  await Promise.all(Array.from({ length: AT_ONCE }, once));
  return (await service.tell('end')) as Longest;
}

/** Whether nothing dear keeps others waiting for longer than the goal. */
async function measure(setting: Setting): Promise<boolean> {
  const NODE_OPTIONS = `--import=${new URL('stand-still/turns.js', import.meta.url).href}`;
  // On a busy machine all of it takes longer than anybody would wait for.
  const environment = {
    ...setting.environment,
    NODE_OPTIONS,
    REQUEST_TIMEOUT_MS: '600000',
    DOWNLOAD_TIMEOUT_MS: '600000',
  };
  const service = await startContender('service', { ...setting, environment });
  const key = setting.keys.INTEGRATOR!;
  const load = loadavg()[0]!.toFixed(1);
  const lines: string[][] = [];
  const longest: number[] = [];
  const run = async (name: string, once: () => Promise<void>) => {
    await once();
    const found: Longest[] = [];
    for (let round = 0; round < ROUNDS; round += 1) found.push(await longestTurn(service, once));
    const least = (part: keyof Longest) => Math.min(...found.map(each => each[part]));
    longest.push(least('processor'));
    lines.push([name, least('processor').toFixed(0), least('clock').toFixed(0)]);
    console.error(lines.at(-1)!.join(' '));
  };
  try {
    for (const [name, query] of Object.entries(DEAR)) await run(name, () => ask(service, key, query));
    for (const path of ['/export/ideas.csv', '/export/ideas.xlsx']) await run(path, () => exported(service, key, path));
  } finally {
    await service.stop();
  }
  keep(aligned([['what', 'processor ms', 'clock ms'], ...lines]), load);
  return Math.max(...longest) <= GOAL;
}

function keep(table: string, load: string): void {
  console.log(table);
  if (IDEAS < 10_000) return;
  keepPart(
    flags.embedded ? 'Standing still, embedded' : 'Standing still',
    `\`npm run bench -- stand-still${flags.embedded ? ' --embedded' : ''}\`: the longest turn of the service's event loop while ${AT_ONCE} ask for the same at the same time, in a
programme of ${IDEAS} ideas; nobody else is answered meanwhile. ${ABOUT[flags.embedded ? 'embedded' : 'server']} Of ${ROUNDS} times the least. The
processor time is that of the service's main thread; what the clock shows beside it others on the machine have had, whose load was ${load}
when it began.

${machine()}.

${table}
`,
  );
}

const isMet = flags.embedded
  ? await onEmbedded(IDEAS, measure)
  : await onScratch('ks3_bench_stand_still', IDEAS, ({ url, keys }) =>
      measure({ databaseUrl: url, poolSize: POOL_SIZE, keys }),
    );
process.exitCode = isMet || flags.embedded ? 0 : 1;
