import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.js';

/** Whom the load is put on. */
export interface Target {
  /** Where its routes are, without a path. */
  readonly origin: string;
  readonly keys: Readonly<Record<'ADMIN' | 'PARTNER' | 'INTEGRATOR', string>>;
  readonly ideaIds: readonly string[];
  /** Where the activity log stood when it began. */
  readonly head: number;
  readonly chance: Chance;
}

/** Something that callers do again and again. */
export interface Load {
  readonly name: string;
  /** How many do it at the same time, and how long each rests in between. */
  readonly atOnce: number;
  readonly restMs: number;
  /** Does it once, and says how it ended. */
  run(target: Target): Promise<string>;
}

/** How often a load has ended how, and how long it took. */
export interface Ends {
  readonly counts: Map<string, number>;
  readonly milliseconds: number[];
}

export type Tally = ReadonlyMap<string, Ends>;

/** Puts all loads on the target until the signal; done when the last of what was begun has ended. */
export async function putOn(target: Target, loads: readonly Load[], until: AbortSignal): Promise<Tally> {
  const tally: Tally = new Map(loads.map(({ name }) => [name, { counts: new Map(), milliseconds: [] }]));
  const callers = loads.flatMap(load => Array.from({ length: load.atOnce }, () => repeat(load, target, tally, until)));
  await Promise.all(callers);
  return tally;
}

async function repeat(load: Load, target: Target, tally: Tally, until: AbortSignal): Promise<void> {
  const { counts, milliseconds } = tally.get(load.name)!;
  while (!until.aborted) {
    const began = performance.now();
    const end = await load.run(target).catch((error: NodeJS.ErrnoException) => failureOf(error));
    counts.set(end, (counts.get(end) ?? 0) + 1);
    milliseconds.push(performance.now() - began);
    await pause(load.restMs);
  }
}

function failureOf(error: NodeJS.ErrnoException): string {
  const { code } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code ?? error.name;
}

/** How a request ended: its status, and the code of its first error. */
export async function endOf(response: Response): Promise<string> {
  const text = await response.text();
  return [response.status, codeIn(text)].join(' ').trim();
}

/** The first code of an error that an answer tells. */
export const codeIn = (text: string): string | undefined => /"code":"([A-Z][A-Z_]+)"/.exec(text)?.[1];

export async function post({ origin }: Target, key: string | null, body: object, headers = {}): Promise<string> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }), ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });
  return endOf(response);
}

export async function get({ origin }: Target, path: string, key: string | null = null): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    signal: AbortSignal.timeout(60_000),
  });
  return endOf(response);
}
