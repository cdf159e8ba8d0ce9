import { requireAgreement } from './agreement.js';
import { type Contender, type Setting, startContender } from '../contender.js';
import { type BenchDatabase, untilQuiet } from '../database.js';
import { contendersFor, isPossible } from '../documents.js';
import { FLAGS, type Flags } from './flags.js';
import { drive, type Load, type Sample } from '../load.js';
import { type ContenderName, type Operation } from '../operation.js';
import { OPERATIONS } from '../operations/all.js';
import { verdicts } from './goals.js';
import { keepPart, machine } from '../parts.js';
import { type Circumstances, type Measured, medianRow, part, table } from './report.js';
import { onScratch, POOL_SIZE } from '../scratch.js';

const CONNECTIONS = [1, 32];

/** What is happening goes to stderr, so that stdout holds the result alone. */
const tell = (text: string) => console.error(text);

/** Runs the step with the contenders running beside each other. */
async function withContenders<T>(
  names: readonly ContenderName[],
  setting: Setting,
  step: (contenders: Contender[]) => Promise<T>,
): Promise<T> {
  const contenders: Contender[] = [];
  try {
    for (const name of names) contenders.push(await startContender(name, setting));
    if (names.includes('service')) contenders.push(await startContender('service', setting, true));
    return await step(contenders);
  } finally {
    for (const contender of contenders) await contender.stop();
  }
}

/** Every contender of an operation in turn, round by round, so that what else the machine does hits all alike. */
async function measure(operation: Operation, all: readonly Contender[], database: BenchDatabase, flags: Flags) {
  const deck = await operation.deck(database.session);
  const names = contendersFor(operation).filter(name => flags.contenders.includes(name));
  const { kept = false } = operation;
  const contenders = all.filter(({ name, keeps }) => names.includes(name) && (name !== 'service' || keeps === kept));
  await requireAgreement(operation, deck, contenders);
  const rows: Measured[] = [];
  const run = async (contender: Contender, load: Load) => {
    const sample = await drive(contender, operation, deck, load);
    await untilQuiet(database.session);
    return sample;
  };
  for (const connections of CONNECTIONS) {
    const samples = new Map<ContenderName, Sample[]>(names.map(name => [name, []]));
    for (const contender of contenders) await run(contender, { connections, seconds: flags.warmUp, from: 0 });
    for (let round = 0; round < flags.rounds; round += 1) {
      const load = { connections, seconds: flags.seconds, from: round * 1000 };
      for (const contender of contenders) samples.get(contender.name)!.push(await run(contender, load));
    }
    for (const [contender, taken] of samples) {
      const row = medianRow({ operation: operation.name, contender, connections }, taken);
      if (row.rps > 0) rows.push(row);
      else tell(`${operation.name}, ${connections} connections: ${contender} answered nothing in ${flags.seconds} s`);
    }
  }
  tell(table(rows));
  return rows;
}

/** Measures what is possible and wanted. */
async function bench(flags: Flags): Promise<{ rows: Measured[]; circumstances: Circumstances }> {
  const wanted = OPERATIONS.filter(
    ({ name }) => flags.only.length === 0 || flags.only.some(part => name.includes(part)),
  );
  const skipped = wanted
    .filter(operation => !isPossible(operation))
    .map(({ name, needs }) => `Not measured: ${name}, since the API has no ${needs} yet.`);
  skipped.forEach(tell);
  return onScratch(`ks3_bench_${flags.ideas}`, flags.ideas, database =>
    withContenders(flags.contenders, settingOn(database), async contenders => {
      const rows: Measured[] = [];
      for (const operation of wanted.filter(isPossible))
        rows.push(...(await measure(operation, contenders, database, flags)));
      const readyAfterMs = Object.fromEntries(contenders.map(({ name, readyAfterMs: ms }) => [name, ms]));
      return {
        rows,
        circumstances: {
          ...flags,
          skipped,
          readyAfterMs,
          postgres: database.version,
          machine: machine(),
          poolSize: POOL_SIZE,
        },
      };
    }),
  );
}

function settingOn({ url: databaseUrl, keys }: BenchDatabase): Setting {
  return { databaseUrl, poolSize: POOL_SIZE, keys };
}

const { rows, circumstances } = await bench(FLAGS);
if (FLAGS.json) console.log(JSON.stringify(rows.map(({ cpuMsPerRequest: _, ...row }) => row)));
else console.log([table(rows), ...verdicts(rows)].join('\n'));
if (FLAGS.whole) keepPart(`${FLAGS.ideas} ideas`, part(rows, circumstances));
