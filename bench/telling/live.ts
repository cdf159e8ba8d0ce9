import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Contender, startContender } from '../contender.js';
import type { BenchDatabase } from '../database.js';
import { onScratch, POOL_SIZE } from '../scratch.js';

/** How many subscribe on one copy of the service, and how many changes each must be told of. */
const SUBSCRIBERS = Number(process.argv[2] ?? 5_000);
const CHANGES = 100;
/** Connections that are being opened at once. */
const AT_ONCE = 100;
const SUBSCRIPTION = 'subscription { activity { sequence at kind } }';
const CREATE =
  'mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { partner { id } userErrors { message } } }';

/** Somebody who listens by WebSocket, and what has come. */
interface Subscriber {
  readonly sequences: number[];
  readonly delays: number[];
  readonly socket: WebSocket;
}

/** https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
function subscribe({ url }: Contender, key: string): Promise<Subscriber> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', {
    headers: { authorization: `Bearer ${key}` },
    perMessageDeflate: false,
  });
  const subscriber: Subscriber = { sequences: [], delays: [], socket };
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('error', reject);
    socket.on('close', code => reject(new Error(`closed with ${code}`)));
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: any };
      if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: SUBSCRIPTION } }));
        resolve(subscriber);
      }
      if (type !== 'next') return;
      const { sequence, at } = payload.data.activity as { sequence: number; at: string };
      subscriber.sequences.push(sequence);
      subscriber.delays.push(Date.now() - Date.parse(at));
    });
  });
}

async function change({ url }: Contender, key: string, name: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: CREATE, variables: { input: { name, sector: 'BUSINESS_SME' } } }),
  });
  const { data, errors }: any = await response.json();
  if (errors || data.createPartner.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? data));
}

async function until(done: () => boolean, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !done() && Date.now() < end;) await setTimeout(50);
}

/** Whether every subscriber was told of every change, once and in order. */
async function measure(database: BenchDatabase): Promise<boolean> {
  const { url: databaseUrl, keys } = database;
  const service = await startContender('service', { databaseUrl, poolSize: POOL_SIZE, keys });
  const subscribers: Subscriber[] = [];
  while (subscribers.length < SUBSCRIBERS)
    subscribers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => subscribe(service, keys.ADMIN)))));
  await setTimeout(2_000);
  console.log(`${subscribers.length} subscribers, ${service.rssMiB().toFixed(0)} MiB`);

  const started = Date.now();
  for (let made = 0; made < CHANGES; made += 1) await change(service, keys.ADMIN, `Partner ${made}`);
  const changed = Date.now();
  await until(() => subscribers.every(({ sequences }) => sequences.length >= CHANGES), 120);
  const finished = Date.now();

  const whole = subscribers.filter(({ sequences }) => isWhole(sequences)).length;
  const delays = subscribers.flatMap(({ delays: each }) => each).sort((one, other) => one - other);
  const quantile = (share: number) => delays[Math.floor(share * (delays.length - 1))];
  console.log(`${whole} of ${subscribers.length} were told of all ${CHANGES} changes, each once and in order`);
  console.log(
    `${CHANGES} changes made in ${changed - started} ms, all told after ${finished - started} ms; from a change to its subscriber: ${quantile(0.5)} ms in the middle, ${quantile(0.99)} ms for 99 of 100; ${service.rssMiB().toFixed(0)} MiB, ${service.cpuMs()} ms of processor time`,
  );
  for (const { socket } of subscribers) socket.terminate();
  await service.stop();
  return whole === subscribers.length;
}

function isWhole(sequences: readonly number[]): boolean {
  return sequences.length === CHANGES && sequences.every((each, at) => at === 0 || each === sequences[at - 1]! + 1);
}

process.exitCode = (await onScratch('ks3_bench_live', 200, measure)) ? 0 : 1;
