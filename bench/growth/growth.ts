import { parseArgs } from 'node:util';
import { type Contender, startContender } from '../contender.js';
import type { BenchDatabase } from '../database.js';
import type { Operation } from '../operation.js';
import { OPERATIONS } from '../operations/all.js';
import { aligned, keepPart, machine, rounded } from '../parts.js';
import { onScratch, POOL_SIZE } from '../scratch.js';
import { carriedByPrimary } from './carries.js';
import { type Cost, costOf, type Effort } from './cost.js';
import { ALONE } from './service-alone.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
  },
  strict: false,
});
const SIZES = String(values.sizes).split(',').map(Number);
const ONLY = String(values.only).split(',').filter(Boolean);
const EFFORT: Effort = values.quick ? { least: 10, milliseconds: 500 } : { least: 40, milliseconds: 5_000 };

/** A dashboard that is asked for again costs what an answer from memory costs, whatever there is. */
const MEASURED = [...OPERATIONS.filter(({ kept }) => !kept), ...ALONE].filter(
  ({ name }) => ONLY.length === 0 || ONLY.some(part => name.includes(part)),
);

/** How large a world is that has been measured. */
interface Extent {
  readonly rows: number;
  readonly logMiB: number;
  readonly allMiB: number;
}

const EXTENT = `select (select count(*)::int from activity) as rows, pg_total_relation_size('activity') / 1048576.0 as log,
  pg_database_size(current_database()) / 1048576.0 as all`;

async function extentOf({ session }: BenchDatabase): Promise<Extent> {
  const { rows } = await session.query(EXTENT);
  return { rows: rows[0]!.rows, logMiB: Number(rows[0]!.log), allMiB: Number(rows[0]!.all) };
}

/** What tidies tables up by itself would be counted with whoever asks meanwhile. */
const LEFT_ALONE = `do $$ declare name regclass; begin
  for name in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
    execute format('alter table %s set (autovacuum_enabled = off)', name);
  end loop;
end $$`;

/** What takes long on a busy machine is measured too. */
const environment = { REQUEST_TIMEOUT_MS: '120000', STATEMENT_TIMEOUT_MS: '120000' };

async function measure(database: BenchDatabase): Promise<{ costs: Map<Operation, Cost>; extent: Extent }> {
  const { url: databaseUrl, keys, session } = database;
  // Before the changes that are measured leave their rows.
  const extent = await extentOf(database);
  await session.query(LEFT_ALONE);
  const service: Contender = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys, environment });
  const costs = new Map<Operation, Cost>();
  try {
    for (const operation of MEASURED) {
      costs.set(operation, await costOf(service, operation, session, EFFORT));
      console.error(operation.name, costs.get(operation));
    }
  } finally {
    await service.stop();
  }
  return { costs, extent };
}

/** Processor time of both, or what is known of it. */
const whole = ({ service, database }: Cost) => service + (database ?? 0);

/** How the cost grows with the ideas: 0 is not at all, 1 as they do. */
function exponents(costs: readonly number[]): string[] {
  return costs
    .slice(1)
    .map((cost, at) => (Math.log(cost / costs[at]!) / Math.log(SIZES[at + 1]! / SIZES[at]!)).toFixed(2));
}

function line(operation: Operation, worlds: readonly Map<Operation, Cost>[]): string[] {
  const costs = worlds.map(world => world.get(operation)!);
  const middle = costs[Math.floor((costs.length - 1) / 2)]!;
  return [
    operation.name,
    ...costs.map(cost => String(rounded(whole(cost)))),
    ...exponents(costs.map(whole)),
    `${Math.round((100 * (middle.database ?? 0)) / whole(middle))} %`,
    ...costs.map(({ p50 }) => String(rounded(p50))),
    String(rounded(1000 / whole(middle))),
  ];
}

const worlds: Map<Operation, Cost>[] = [];
const extents: Extent[] = [];
let [postgres, carried] = ['', ''];
for (const size of SIZES)
  await onScratch(`ks3_bench_growth_${size}`, size, async database => {
    const { costs, extent } = await measure(database);
    worlds.push(costs);
    extents.push(extent);
    postgres = database.version;
    carried = await carriedByPrimary(database);
  });

const shown = SIZES.map(size => size.toLocaleString('en'));
const between = shown.slice(1).map(size => `exponent to ${size}`);
const head = [
  'operation',
  ...shown.map(size => `CPU ms, ${size}`),
  ...between,
  'database',
  ...shown.map(size => `p50, ${size}`),
  'a second a core',
];
const table = aligned([head, ...MEASURED.map(operation => line(operation, worlds))]);
const size = ({ rows, logMiB, allMiB }: Extent, at: number) =>
  [shown[at]!, rows.toLocaleString('en'), rounded(logMiB), rounded((logMiB * 1024) / rows), rounded(allMiB)].map(
    String,
  );
const sizes = aligned([['ideas', 'rows of the log', 'log MiB', 'KiB a row', 'database MiB'], ...extents.map(size)], 0);
console.log(`${table}\n\n${sizes}\n\n${carried}`);

if (!values.quick && ONLY.length === 0)
  keepPart(
    'How it grows',
    `\`npm run bench -- growth\`: each operation is asked of this service on one connection, one after the other, in programmes of ${shown.join(', ')}
ideas, with nothing kept from before. CPU is the processor time of one request, the service's and that of the database's processes
together, from \`/proc\` (of helpers that have ended their parent tells, and they are left out where others use the server); "database" is the database's share of it in the middle world. An exponent tells how the cost grows from
one world to the next ten times as large: 0 not at all, 1 as the ideas do. "A second a core" is what one core that does
nothing else can answer in the middle world, service and database together. p50 is the middle of the answers' milliseconds.

${machine()}; PostgreSQL ${postgres}.

${table}

What the worlds hold before anything is changed in them:

${sizes}

What the one primary does for all, however many copies and replicas there are, in the largest world:

${carried}
`,
  );
