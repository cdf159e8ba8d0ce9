import { makeOperation, mapExchange, type Exchange } from '@urql/core';

/** Milliseconds before each new try. */
const WAITS = [500, 1_500, 4_000];
/** Milliseconds for one try; the service itself gives up sooner. */
const PATIENCE = 20_000;
/** The service knows a key for 24 hours, and would carry out the change again after that. */
const KNOWN = 23 * 3_600_000;

/** Answers of a proxy for a service that it has not heard of. */
const UNHEARD = new Set([408, 502, 503, 504]);
/** Failures that pass, of which nobody knows what was made before them. */
const PASSING = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', 'TIMEOUT', 'IDEMPOTENCY_KEY_IN_USE']);

/** Where the person is asked about a change of which nobody knows yet whether it was made. */
interface Doubts {
  noteAsking: (about: object, leave: () => void) => void;
  raiseDoubt: (about: object) => Promise<boolean>;
  settleDoubt: (about: object) => void;
}

/**
 * Sends every change with a key of its own, so that it is made once however often it is sent. While its answer is lost it
 * is sent again, some times by itself and then whenever the person wants to know.
 */
export const certain = (send: typeof fetch, doubts: Doubts): Exchange =>
  mapExchange({
    onOperation: operation =>
      operation.kind === 'mutation'
        ? makeOperation(operation.kind, operation, { ...operation.context, fetch: surely(send, doubts) })
        : operation,
  });

const surely =
  (send: typeof fetch, doubts: Doubts): typeof fetch =>
  (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('idempotency-key', newKey());
    return outcomeOf(new Change(send, doubts, address, { ...init, headers }), doubts);
  };

async function outcomeOf(change: Change, doubts: Doubts): Promise<Response> {
  const until = Date.now() + KNOWN;
  try {
    for (;;) {
      const answer = await change.tries();
      if (answer) return answer;
      const findOut = !change.isLeft && (await doubts.raiseDoubt(change));
      if (!findOut || Date.now() > until) throw new Error('nobody knows whether the change was made');
    }
  } finally {
    doubts.settleDoubt(change);
  }
}

/** As long as a UUID, and made also where the page came over plain HTTP. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** One change on its way. */
class Change {
  /** Whether a try was lost: then a refusal of a later one says nothing of the first. */
  private lost = false;
  private readonly left = new AbortController();

  constructor(
    private readonly fetch: typeof globalThis.fetch,
    private readonly doubts: Doubts,
    private readonly address: Parameters<typeof globalThis.fetch>[0],
    private readonly init: RequestInit,
  ) {}

  /** Whether the person would rather leave it unknown than wait. */
  get isLeft(): boolean {
    return this.left.signal.aborted;
  }

  /** Tries until what happened is known; nothing if all tries are lost. */
  async tries(): Promise<Response | undefined> {
    for (const wait of [0, ...WAITS]) {
      if (this.lost) this.doubts.noteAsking(this, () => this.left.abort());
      await pause(wait, this.left.signal);
      if (this.isLeft) return undefined;
      const response = await this.send();
      const known = response && (await meaningOf(response));
      if (known === 'DONE' || (known === 'REFUSED' && !this.lost)) return response;
      this.lost = true;
    }
    return undefined;
  }

  /** The answer with all its text, or nothing if it doesn't come through. */
  private async send(): Promise<Response | undefined> {
    const { signal, ...init } = this.init;
    const ends = [AbortSignal.timeout(PATIENCE), this.left.signal, ...(signal ? [signal] : [])];
    try {
      const response = await this.fetch(this.address, { ...init, signal: AbortSignal.any(ends) });
      return new Response(await response.text(), response);
    } catch (error) {
      if (signal?.aborted) throw error;
      return undefined;
    }
  }
}

/** What an answer tells of the change: it was carried out, whatever came of it, or refused unread, or nothing at all. */
async function meaningOf(response: Response): Promise<'DONE' | 'REFUSED' | undefined> {
  if (UNHEARD.has(response.status)) return undefined;
  const { data, errors = [] } = await answerIn(response.clone());
  if (errors.some(({ extensions }) => PASSING.has(extensions?.code))) return undefined;
  if (data !== undefined) return 'DONE';
  return errors.length > 0 || isRefusal(response) ? 'REFUSED' : undefined;
}

/** Whether the service, or a proxy before it, did not take the request. */
export function isRefusal({ status }: { status: number }): boolean {
  return status >= 400 && status < 500;
}

interface Answer {
  data?: unknown;
  errors?: { extensions?: { code?: string } }[];
}

/** What the service says; nothing of it where another answers in its place, such as a page of a proxy. */
async function answerIn(response: Response): Promise<Answer> {
  const answer = (await response.json().catch(() => null)) as Answer | null;
  return answer && (answer.data !== undefined || Array.isArray(answer.errors)) ? answer : {};
}

function pause(milliseconds: number, end: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
    end.addEventListener('abort', () => resolve());
  });
}
