import { readFileSync } from 'node:fs';
import { type Contender, startContender } from './contender.js';
import type { BenchDatabase } from './database.js';
import { onScratch, POOL_SIZE } from './scratch.js';

/** How many different documents are asked, and how often each, one time after the other. */
const DOCUMENTS = Number(process.argv[2] ?? 20_000);
const TIMES = Number(process.argv[3] ?? 4);
const CONNECTIONS = 16;
const REPORTS = 10;

/** A document like no other: its aliases go into the text of its statement. */
function documentNo(number: number): string {
  const idea = `code a${number}: title stage readiness { requirements { code met } } owner { name }
    consortium { memberships { role partner { name } } } applications { status call { title nextDeadline } }`;
  return `{ ideas(first: ${1 + (number % 5)}) { nodes { ${idea} } pageInfo { hasNextPage endCursor } } }`;
}

async function ask({ url }: Contender, key: string, number: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: documentNo(number) }),
  });
  const { errors }: any = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
}

/** Asks for what lies between two numbers, each several times, so that every document proves itself. */
async function askBetween(service: Contender, key: string, from: number, to: number): Promise<void> {
  let next = from;
  const asking = async () => {
    for (let number = next++; number < to; number = next++)
      for (let time = 0; time < TIMES; time += 1) await ask(service, key, number);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, asking));
}

/** Memory of its own that a process holds. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function ownMiB(pid: number): number {
  return Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

/** The processes of a server on this machine that answer the service. */
async function backendsMiB({ session }: BenchDatabase): Promise<number[]> {
  const { rows } = await session.query(
    `select pid from pg_stat_activity where datname = current_database() and application_name like 'kickstart-s3%'`,
  );
  return rows.map(({ pid }) => ownMiB(pid as number));
}

/** Whether memory stays what it was once the bounds are reached. */
async function measure(database: BenchDatabase): Promise<boolean> {
  const service = await startContender('service', {
    databaseUrl: database.url,
    poolSize: POOL_SIZE,
    keys: database.keys,
  });
  const sums: number[] = [];
  for (let part = 0; part < REPORTS; part += 1) {
    const [from, to] = [part, part + 1].map(each => Math.round((each * DOCUMENTS) / REPORTS)) as [number, number];
    await askBetween(service, database.keys.INTEGRATOR, from, to);
    const backends = await backendsMiB(database);
    const sum = backends.reduce((one, other) => one + other, 0);
    sums.push(sum + service.rssMiB());
    console.log(
      `${to} documents: service ${service.rssMiB().toFixed(0)} MiB, ${backends.length} backends ${sum.toFixed(0)} MiB, the largest ${Math.max(...backends).toFixed(0)} MiB`,
    );
  }
  await service.stop();
  return sums.at(-1)! < 1.1 * sums[Math.floor(REPORTS / 2)]!;
}

process.exitCode = (await onScratch('ks3_bench_strangers', 200, measure)) ? 0 : 1;
