import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { KEYS } from './keys.js';
import { runProgram } from '../service/process.js';

/** An answer, or the network's code where there was none. */
export interface Outcome {
  readonly status: number | null;
  readonly code: string | null;
  readonly message: string;
  readonly retryAfter: string | null;
  /** The code of the idea, if it is acknowledged. */
  readonly idea: string | null;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

const CREATE = `mutation($input: CreateIdeaInput!) { createIdea(input: $input) { idea { code } userErrors { code } } }`;

/** Some number of ideas to create, each by one mutation that may be sent again, and what has been answered so far. */
export class ManyWrites {
  readonly outcomes: Outcome[] = [];
  readonly acknowledged = new Map<number, string>();
  private readonly keys: string[];
  private next = 0;
  private stopped = false;

  constructor(
    private readonly count: number,
    private readonly mark: string,
    private readonly ownerId: string,
  ) {
    this.keys = Array.from({ length: count }, () => randomUUID());
  }

  title(n: number): string {
    return `${this.mark} ${n}`;
  }

  get failures(): Outcome[] {
    return this.outcomes.filter(({ idea }) => idea === null);
  }

  /** Sends each once, so many at a time, until all are sent or it is stopped. */
  async sendAll(url: () => string, atOnce = 8): Promise<void> {
    const worker = async () => {
      while (!this.stopped && this.next < this.count) {
        const { idea } = await this.send(url(), this.next++);
        if (!idea) await new Promise(resolve => setTimeout(resolve, 50));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  stop(): void {
    this.stopped = true;
  }

  /** Sends those again that nobody has acknowledged; what a killed copy had begun is free after the request's time limit. */
  async sendTheRest(url: string): Promise<void> {
    const rest = Array.from({ length: this.next }, (_, n) => n).filter(n => !this.acknowledged.has(n));
    for (const n of rest) await msUntil(async () => (await this.send(url, n)).idea !== null, 250);
  }

  async send(url: string, n: number): Promise<Outcome> {
    const began = performance.now();
    const outcome = { ...(await this.attempt(url, n)), ms: Math.round(performance.now() - began) };
    this.outcomes.push(outcome);
    if (outcome.idea) this.acknowledged.set(n, outcome.idea);
    return outcome;
  }

  async until(acknowledged: number): Promise<void> {
    const reached = await msUntil(async () => this.acknowledged.size >= acknowledged, 5);
    figure(`${acknowledged} acknowledged after ${Math.round(reached)} ms`);
  }

  private async attempt(url: string, n: number): Promise<Omit<Outcome, 'ms'>> {
    const input = { title: { sv: this.title(n) }, summary: { sv: 'Kort' }, ownerId: this.ownerId };
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${KEYS.admin}`,
          'idempotency-key': this.keys[n]!,
        },
        body: JSON.stringify({ query: CREATE, variables: { input } }),
      });
      const { data, errors } = await response.json();
      const idea = data?.createIdea?.idea?.code ?? null;
      const fault = errors?.[0] ?? data?.createIdea?.userErrors?.[0];
      const code = fault?.extensions?.code ?? fault?.code ?? null;
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, code, message: fault?.message ?? '', retryAfter, idea };
    } catch (error) {
      const { code = 'UND_ERR_SOCKET', message = '' } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
      return { status: null, code, message, retryAfter: null, idea: null };
    }
  }
}

/** Runs statements on a database, on a connection that lives for them. */
export async function rowsOf<T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export async function techtankIn(url: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(url, `select id from partner where slug = 'techtank'`);
  return row!.id;
}

/** How often each title is stored. Fails if one of the ideas is stored by half. */
export async function storedTitles(url: string, mark: string): Promise<Map<string, number>> {
  const rows = await rowsOf<{ title: string; code: string; transitions: number; activities: number }>(
    url,
    `select title_sv as title, code,
       (select count(*)::int from stage_transition where idea_id = idea.id) as transitions,
       (select count(*)::int from activity where subject_id = idea.id and kind = 'IDEA_CREATED') as activities
     from idea where title_sv like $1`,
    [`${mark} %`],
  );
  const times = new Map<string, number>();
  for (const { title, transitions, activities } of rows) {
    expect({ title, transitions, activities }).toEqual({ title, transitions: 1, activities: 1 });
    times.set(title, (times.get(title) ?? 0) + 1);
  }
  return times;
}

/** Every acknowledged idea is stored once and whole, none twice, numbers have no gaps and the chain holds. */
export async function expectNothingLost(url: string, mark: string, writes: ManyWrites): Promise<void> {
  const stored = await storedTitles(url, mark);
  expect([...stored.values()].filter(times => times !== 1)).toEqual([]);
  for (const n of writes.acknowledged.keys()) expect([n, stored.get(writes.title(n))]).toEqual([n, 1]);
  const counted = 'select (max(number) - count(*))::int as gaps from idea group by programme_id';
  for (const numbers of await rowsOf<{ gaps: number }>(url, counted)) expect(numbers).toEqual({ gaps: 0 });
  const verified = runProgram('verify-audit.js', [], { DATABASE_URL: url });
  expect([await verified.exit, verified.errors(), verified.out()]).toEqual([
    0,
    '',
    expect.stringMatching(/^Whole: \d+ rows\./),
  ]);
}

/** For whoever reads the output of a run with FIGURES=1. */
export function figure(text: string): void {
  if (process.env.FIGURES) process.stderr.write(`${text}\n`);
}

const PATIENCE_MS = 60_000;

/** Tries until the deed succeeds; how long that took, in milliseconds. */
export async function msUntil(deed: () => Promise<boolean>, every = 50): Promise<number> {
  const began = performance.now();
  const ms = () => performance.now() - began;
  while (!(await deed().catch(() => false))) {
    if (ms() > PATIENCE_MS) throw new Error(`not after ${PATIENCE_MS} ms`);
    await new Promise(resolve => setTimeout(resolve, every));
  }
  return ms();
}
