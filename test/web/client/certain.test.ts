import { jest } from '@jest/globals';
import { Client, fetchExchange, gql } from '@urql/core';
import { certain } from '../../../web/src/client/certain.js';

const CHANGE = gql`
  mutation Pause {
    pauseIdea {
      version
    }
  }
`;

/** What becomes of one try. */
type Fate = 'LOST' | 'MADE' | { status: number; body: string };

const proxy = (status: number): Fate => ({ status, body: 'Bad gateway' });
const failure = (code: string): Fate => ({
  status: 200,
  body: JSON.stringify({ errors: [{ message: code, extensions: { code } }] }),
});

/** Nobody who would find out more than the tries do. */
const nobody = { noteAsking: () => {}, raiseDoubt: () => Promise.resolve(false), settleDoubt: () => {} };

/** Sends a change whose tries suffer these fates; the keys that they carried, and what came of it. */
async function change(...fates: Fate[]) {
  const keys: (string | null)[] = [];
  const send = (_: unknown, init?: RequestInit): Promise<Response> => {
    keys.push(new Headers(init?.headers).get('idempotency-key'));
    const fate = fates.shift()!;
    if (fate === 'LOST') return Promise.reject(new TypeError('connection reset'));
    const { status, body } = fate === 'MADE' ? { status: 200, body: '{"data":{"pauseIdea":{"version":2}}}' } : fate;
    const headers = { 'content-type': body.startsWith('{') ? 'application/json' : 'text/html' };
    return Promise.resolve(new Response(body, { status, headers }));
  };
  const client = new Client({ url: 'http://service/graphql', exchanges: [certain(send, nobody), fetchExchange] });
  const result = client.mutation<{ pauseIdea: { version: number } }>(CHANGE, {}).toPromise();
  await jest.advanceTimersByTimeAsync(6_000);
  return { keys, result: await result };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a change whose answer is lost', () => {
  it.each<[string, Fate[]]>([
    ['once', ['LOST', 'MADE']],
    ['as often as it is asked for by itself', ['LOST', 'LOST', 'LOST', 'MADE']],
    ['at a proxy that answers for the service', [proxy(502), proxy(504), proxy(503), 'MADE']],
    ['at a network that asks for a sign-in of its own', [proxy(200), 'MADE']],
    ['in a failure that passes', [failure('TIMEOUT'), failure('IDEMPOTENCY_KEY_IN_USE'), 'MADE']],
    ['and whose repetition is refused, which says nothing of the first try', ['LOST', failure('RATE_LIMITED'), 'MADE']],
  ])('%s is asked for again with the same key, and told as made', async (_, fates) => {
    const tries = fates.length;
    const { keys, result } = await change(...fates);
    expect(result.data).toMatchObject({ pauseIdea: { version: 2 } });
    expect(keys).toHaveLength(tries);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is another than the next one, which has a key of its own', async () => {
    const [one, other] = [await change('MADE'), await change('MADE')];
    expect(one.keys).not.toEqual(other.keys);
  });

  it.each<[string, Fate]>([
    ['by the service', failure('RATE_LIMITED')],
    ['by a proxy', proxy(413)],
  ])('but refused unread %s, is not asked for again', async (_, fate) => {
    const { keys, result } = await change(fate);
    expect(keys).toHaveLength(1);
    expect(result.error).toBeDefined();
  });
});
