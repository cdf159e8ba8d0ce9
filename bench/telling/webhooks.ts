import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { askerOf } from '../ask.js';
import { startContender } from '../contender.js';
import { aligned, keepPart, machine, rounded } from '../parts.js';
import { onScratch, POOL_SIZE } from '../scratch.js';

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '1000' }, quick: { type: 'boolean', default: false } },
  strict: false,
});
/** An import of so many calls reaches so many receivers, each of which answers after so many milliseconds. */
const [CALLS, RECEIVERS, ANSWER_MS] = [Number(values.calls), 10, 20];
const GOAL_MS = 60_000;

/** A receiver, and how often it was reached. */
async function startReceiver() {
  const seen: string[] = [];
  let [open, mostAtOnce] = [0, 0];
  const server = createServer((request, response) => {
    mostAtOnce = Math.max(mostAtOnce, (open += 1));
    request.resume().on('end', () => {
      seen.push(String(request.headers['webhook-id']));
      void setTimeout(ANSWER_MS).then(() => ((open -= 1), response.writeHead(204).end()));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => (server.closeAllConnections(), server.close());
  return { url: `http://127.0.0.1:${port}/`, seen, mostAtOnce: () => mostAtOnce, stop };
}

function table(): string {
  const rows = Array.from(
    { length: CALLS },
    (_, nth) => `BENCH-${nth};Utlysning ${nth};LIFE;Kommissionen;2099-01-01 12:00`,
  );
  return ['Identifierare;Titel;Program;Finansiär;Sista dag', ...rows].join('\n');
}

const took = await onScratch('ks3_bench_webhooks', 100, async ({ url: databaseUrl, keys, version }) => {
  const environment = { WEBHOOK_ALLOW_PRIVATE: 'true' };
  const service = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys, environment });
  const ask = askerOf(service, keys.ADMIN);
  const receivers = await Promise.all(Array.from({ length: RECEIVERS }, startReceiver));
  for (const { url } of receivers)
    await ask('mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { userErrors { message } } }', {
      input: { url, kinds: ['CALL_PUBLISHED', 'CALL_CREATED'] },
    });
  const [cpuBefore, started] = [service.cpuMs(), performance.now()];
  const { told } = await ask(
    'mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) { created rejected { row } } }',
    { input: { format: 'CSV', dryRun: false, content: table() } },
  );
  const imported = performance.now() - started;
  const sent = () => Math.min(...receivers.map(({ seen }) => new Set(seen).size));
  while (sent() < CALLS && performance.now() - started < 5 * GOAL_MS) await setTimeout(100);
  const elapsed = performance.now() - started;
  const all = receivers.reduce((sum, { seen }) => sum + seen.length, 0);
  const orderly = receivers.every(({ mostAtOnce }) => mostAtOnce() === 1);
  console.log(
    `${told.created} calls imported in ${(imported / 1000).toFixed(1)} s; ${all} deliveries to ${RECEIVERS} receivers ${(elapsed / 1000).toFixed(1)} s after the import began, ${Math.round(all / ((elapsed - imported) / 1000))} a second after it; one at a time: ${orderly}`,
  );
  const cpu = (service.cpuMs() - cpuBefore) / all;
  receivers.forEach(({ stop }) => stop());
  await service.stop();
  const figures = [imported / 1000, all, elapsed / 1000, all / ((elapsed - imported) / 1000), cpu];
  if (!values.quick) keep(version, figures);
  return sent() < CALLS ? Infinity : elapsed;
});
if (took > GOAL_MS) process.exitCode = 1;

function keep(postgres: string, figures: readonly number[]): void {
  const head = ['import s', 'deliveries', 'all by s', 'deliveries/s', 'CPU ms'];
  keepPart(
    'Webhooks',
    `\`npm run bench -- webhooks\`: an import of ${CALLS} calls is told to ${RECEIVERS} receivers, each of which answers after ${ANSWER_MS} ms and is
sent one thing at a time, in the order of the log, so that ${Math.round(RECEIVERS * (1000 / ANSWER_MS))} a second is the most there can be. Deliveries a second are
those after the import has been answered; CPU is the service's for one delivery, with its share of the import.

${machine()}; PostgreSQL ${postgres}.

${aligned([head, figures.map(each => String(rounded(each)))], 0)}
`,
  );
}
