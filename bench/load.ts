import autocannon from 'autocannon';
import type { Contender } from './contender.js';
import type { Deck, Operation } from './operation.js';

/** What one run of load has shown. */
export interface Sample {
  readonly rps: number;
  /** Milliseconds that half of the requests, and all but one of a hundred, were answered within. */
  readonly p50: number;
  readonly p99: number;
  readonly cpuMsPerRequest: number;
  readonly rssMiB: number;
}

export interface Load {
  readonly connections: number;
  readonly seconds: number;
  /** Where in the deck it begins; the same for all contenders of a round. */
  readonly from: number;
}

/** Asks as fast as the contender answers, on some connections and for some seconds. Any failed answer is an error. */
export async function drive(contender: Contender, operation: Operation, deck: Deck, load: Load): Promise<Sample> {
  await deck.restore?.();
  const cpuBefore = contender.cpuMs();
  const started = performance.now();
  const { times, failures } = await fire(contender, operation, deck, load);
  const seconds = (performance.now() - started) / 1000;
  const cpuMs = contender.cpuMs() - cpuBefore;
  if (failures.length > 0) throw new Error(`${contender.name} failed at ${operation.name}: ${failures[0]}`);
  times.sort((one, other) => one - other);
  const quantile = (share: number) => times[Math.min(Math.floor(share * times.length), times.length - 1)] ?? 0;
  return {
    rps: times.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    cpuMsPerRequest: cpuMs / times.length,
    rssMiB: contender.rssMiB(),
  };
}

function fire(contender: Contender, operation: Operation, deck: Deck, { connections, seconds, from }: Load) {
  const times: number[] = [];
  const failures: string[] = [];
  let place = from;
  return new Promise<{ times: number[]; failures: string[] }>((resolve, reject) => {
    const run = autocannon(
      {
        url: contender.url,
        method: 'POST',
        connections,
        duration: seconds,
        headers: contender.headers(operation),
        // Nothing is asked of the same row twice; a connection may have one request more under way than it is let have.
        ...(deck.restore && { maxOverallRequests: Math.max(deck.size - connections, connections) }),
        requests: [
          {
            setupRequest: request => ({ ...request, body: contender.body(operation, deck.deal(place++)) }),
            onResponse: (status, body) => {
              if (status !== 200 || body.includes('"errors":[{')) failures.push(`${status} ${body.slice(0, 300)}`);
            },
          },
        ],
      },
      (error, { errors }) => {
        if (error) return reject(error as Error);
        if (errors > 0) failures.push(`${errors} connections failed`);
        resolve({ times, failures });
      },
    );
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
}
