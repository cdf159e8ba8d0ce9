import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startContender } from './contender.js';
import { onScratch, POOL_SIZE } from './scratch.js';
import { Chance } from './soak/chance.js';
import { type Figures, figuresOf } from './soak/figures.js';
import { listeners, sockets, streams } from './soak/listening.js';
import { type Load, putOn, type Tally, type Target } from './soak/load.js';
import { dear, downloads, encodings, ordinary, strangers, wrongKeys } from './soak/reading.js';
import { median, verdict } from './soak/verdict.js';
import { hostileWrites, imports, writes } from './soak/writing.js';
import type { Session } from './world.js';

const LOADS: readonly Load[] = [
  ...[ordinary, writes, listeners, strangers, dear, downloads, imports],
  ...[streams, sockets, encodings, wrongKeys, hostileWrites],
];

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    ideas: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    embedded: { type: 'boolean', default: false },
  },
});

const MINUTES = Number(flags.minutes);
const LOOK_MS = 5_000;
/** The load before anything is held against anything: a service that has answered nobody has no code compiled and no answer kept. */
const WARM_UP_MS = 4 * 60_000;
/** After a load, so long that streams have noticed, garbage is collected and points are forgotten. */
const REST_MS = 75_000;

/** Limits of their own stand for themselves in the tests; here they would keep the load away from what it shall wear. */
const UNLIMITED = { RATE_PER_KEY: '1000000000', RATE_PER_ADDRESS: '1000000000', MAX_LIVE_PER_ADDRESS: '1000' };

interface Soaked {
  readonly databaseUrl: string;
  readonly keys: Target['keys'];
  readonly session: Session | null;
  readonly environment: NodeJS.ProcessEnv;
}

/** A folder of its own for the embedded database, with the demo and its keys. */
async function onEmbedded<T>(step: (soaked: Soaked) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kickstart-s3-soak-'));
  const keys = { ADMIN: 'ks3_demo_region', PARTNER: 'ks3_demo_techtank', INTEGRATOR: 'ks3_demo_integrator' };
  const environment = { NODE_ENV: 'development', SEED: 'demo', DATA_DIR: join(folder, 'data') };
  try {
    return await step({ databaseUrl: '', keys, session: null, environment });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function soak({ databaseUrl, keys, session, environment }: Soaked): Promise<boolean> {
  const setting = { databaseUrl, poolSize: POOL_SIZE, keys, environment: { ...UNLIMITED, ...environment } };
  const service = await startContender('service', setting, true);
  const { origin } = new URL(service.url);
  const look = () => figuresOf({ origin, rssMiB: () => service.rssMiB(), session });
  const target = { origin, keys, ...(await knownOf(origin, keys.ADMIN)), chance: new Chance(Number(flags.seed)) };

  await pause(5_000);
  print('started', [await look()]);
  await putOn(target, LOADS, AbortSignal.timeout(WARM_UP_MS));
  await pause(REST_MS);
  const began = await look();
  print('before', [began]);
  const over = AbortSignal.timeout(MINUTES * 60_000);
  const load = putOn(target, LOADS, over);
  const minutes: Figures[][] = [];
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    const figures: Figures[] = [];
    for (let looked = 0; looked < 60_000 / LOOK_MS; looked += 1) {
      await pause(LOOK_MS);
      figures.push(await look());
    }
    minutes.push(figures);
    print(`minute ${minute}`, figures);
  }
  tell(await load);
  await pause(REST_MS);
  const ended = await look();
  print('after', [ended]);

  const code = await service.stop();
  const findings = [...verdict(began, minutes, ended), { what: `ends with ${code}`, holds: code === 0 }];
  for (const { what, holds } of findings) console.log(`${holds ? 'holds' : 'FAILS'}: ${what}`);
  return findings.every(({ holds }) => holds);
}

async function knownOf(origin: string, key: string): Promise<Pick<Target, 'ideaIds' | 'head'>> {
  const query = encodeURIComponent('{ ideas(first: 50) { nodes { id } } }');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${origin}/graphql?query=${query}`, { headers });
  const { data }: any = await response.json();
  const ideaIds = data.ideas.nodes.map(({ id }: { id: string }) => id);
  return { ideaIds, head: Number(response.headers.get('activity-sequence')) };
}

/** The middle of each figure. */
function print(when: string, figures: readonly Figures[]): void {
  const of = (pick: (each: Figures) => number | null) => median(figures.map(each => pick(each) ?? NaN));
  const mebibytes = (held: number) => (Number.isNaN(held) ? '–' : `${held.toFixed(0)} MiB`);
  const cells = [
    `service ${mebibytes(of(each => each.service))}`,
    `PostgreSQL ${mebibytes(of(each => each.postgres))}`,
    `places ${of(each => each.places)}`,
    `subscriptions ${of(each => each.subscriptions)}`,
    `connections ${of(each => each.connections)}`,
    `files ${of(each => each.files)}`,
  ];
  console.log(`${when.padEnd(10)} ${cells.join(', ')}`);
}

function tell(tally: Tally): void {
  for (const [name, { counts, milliseconds }] of tally) {
    const ends = [...counts].sort(([, one], [, other]) => other - one).map(([end, count]) => `${end} × ${count}`);
    const took = `${median(milliseconds).toFixed(0)} ms in the middle, ${Math.max(...milliseconds).toFixed(0)} at most`;
    console.log(`${name}: ${ends.slice(0, 8).join(', ')}; ${took}`);
  }
}

const held = flags.embedded
  ? await onEmbedded(soak)
  : await onScratch('ks3_bench_soak', Number(flags.ideas), ({ url: databaseUrl, keys, session }) =>
      soak({ databaseUrl, keys, session, environment: {} }),
    );
process.exitCode = held ? 0 : 1;
