import type { Sample } from '../load.js';
import { CONTENDERS, type ContenderName } from '../operation.js';
import { aligned, rounded } from '../parts.js';

/** What a contender has shown at an operation with some connections: the medians over the rounds. */
export interface Row {
  readonly operation: string;
  readonly contender: ContenderName;
  readonly connections: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMiB: number;
}

/** A row with what the printed table tells beside it. */
export interface Measured extends Row {
  readonly cpuMsPerRequest: number;
}

export function medianRow(
  place: Pick<Row, 'operation' | 'contender' | 'connections'>,
  samples: readonly Sample[],
): Measured {
  const of = (pick: (sample: Sample) => number) => rounded(median(samples.map(pick)));
  return {
    ...place,
    rps: of(({ rps }) => rps),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    rssMiB: of(({ rssMiB }) => rssMiB),
    cpuMsPerRequest: of(({ cpuMsPerRequest }) => cpuMsPerRequest),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const HEAD = [
  'operation',
  'conn.',
  'contender',
  'req/s',
  'p50 ms',
  'p99 ms',
  'CPU ms',
  'RSS MiB',
  '× PostGraphile',
  '× like',
  '× manual',
  '× limit',
];
const TEXTS = 3;

/** Whose speed each is held beside, in the order of the last columns. */
const BASES: readonly ContenderName[] = ['postgraphile', 'like', 'manual', 'limit'];

/** The rows as a table of Markdown, with each contender's speed over that of the others. */
export function table(rows: readonly Measured[]): string {
  const speedOf = (contender: ContenderName, { operation, connections }: Row) =>
    rows.find(row => row.contender === contender && row.operation === operation && row.connections === connections)
      ?.rps;
  const over = (row: Row, base: number | undefined) => (base ? (row.rps / base).toFixed(2) : '–');
  const lines = rows.map(row => [
    ...[row.operation, String(row.connections), row.contender, String(row.rps), String(row.p50), String(row.p99)],
    ...[String(row.cpuMsPerRequest), row.rssMiB.toFixed(0)],
    ...BASES.map(base => over(row, speedOf(base, row))),
  ]);
  return aligned([HEAD, ...lines], TEXTS);
}

/** What has been measured with what, so that figures can be told apart later. */
export interface Circumstances {
  readonly machine: string;
  readonly postgres: string;
  readonly ideas: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUp: number;
  readonly poolSize: number;
  readonly readyAfterMs: Readonly<Partial<Record<ContenderName, number>>>;
  readonly skipped: readonly string[];
}

/** What the report says of a size of world. */
export function part(rows: readonly Measured[], at: Circumstances): string {
  const ready = CONTENDERS.filter(name => at.readyAfterMs[name]).map(
    name => `${name} ${(at.readyAfterMs[name]! / 1000).toFixed(2)} s`,
  );
  return `Every operation is asked with variables drawn from a generated programme of ${at.ideas} ideas, on the very same tables, of

- *service*: this service;
- *postgraphile*: PostGraphile 5 (Amber preset and the usual filter plugin), bare: it knows of no viewer, its changes are a
  function each that trusts its caller;
- *like*: the same PostGraphile doing what the service does, as its manual asks: the key is looked up, who sees what is said
  by policies of row level security, an idea is advanced by a function that locks it, asks who may, and checks the gate, and
  triggers write the log with its chain (\`bench/contenders/like.sql\`);
- *manual*: the service's own packages as their manuals show them: type-graphql's resolvers, MikroORM's entities, filters,
  dataloader and flush (\`bench/contenders/manual\`), with the key, visibility, gate and log too;
- *limit*: a bare node:http server that runs one hand-written prepared statement returning finished JSON, for no viewer.

Their answers are compared first, and must agree; those of the three that know of a viewer also for a partner. Then they take
turns: ${at.rounds} rounds of ${at.seconds} s each after warming up for ${at.warmUp} s, with a pool of ${at.poolSize} connections each; the figures are medians.
The service keeps no answers (\`ANSWERS_KEPT_MIB=0\`) but where the same is asked again: the repeated dashboard, and the
pipeline asked again.

${at.machine}; PostgreSQL ${at.postgres} and the client on the same machine. From start to ready: ${ready.join(', ')}.
${at.skipped.map(note => `\n${note}\n`).join('')}
${table(rows)}

CPU is what the contender's own process uses for one request; PostgreSQL's share is not in it.
`;
}
