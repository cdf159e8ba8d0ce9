import { isDeepStrictEqual } from 'node:util';
import type { Contender } from '../contender.js';
import type { Deck, Operation } from '../operation.js';

/** How many of the deck's requests are compared. */
const COMPARED = 12;

/** Asks all contenders the same, and throws unless they answer the same; those that know of viewers also as a partner. */
export async function requireAgreement(
  operation: Operation,
  deck: Deck,
  contenders: readonly Contender[],
): Promise<void> {
  await compare(operation, deck, contenders);
  if (operation.asPartner)
    await compare(
      { ...operation, role: 'PARTNER' },
      deck,
      contenders.filter(({ keyed }) => keyed),
    );
}

async function compare(operation: Operation, deck: Deck, contenders: readonly Contender[]): Promise<void> {
  const places = Array.from({ length: Math.min(COMPARED, deck.size) }, (_, place) => place);
  const answers = new Map<string, unknown[]>();
  for (const contender of contenders) {
    await deck.restore?.();
    const given: unknown[] = [];
    for (const place of places) given.push(inOneForm(await ask(contender, operation, deck, place)));
    answers.set(contender.name, given);
  }
  await deck.restore?.();
  const [[, first] = ['', []], ...others] = [...answers];
  for (const place of places) {
    for (const [name, given] of others) {
      if (!isDeepStrictEqual(first[place], given[place]))
        throw disagreement(operation, name, first[place], given[place]);
    }
  }
}

async function ask(contender: Contender, operation: Operation, deck: Deck, place: number): Promise<unknown> {
  const response = await fetch(contender.url, {
    method: 'POST',
    headers: contender.headers(operation),
    body: contender.body(operation, deck.deal(place)),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors || !data) throw new Error(`${contender.name} fails at ${operation.name}: ${JSON.stringify(errors)}`);
  return ['postgraphile', 'like'].includes(contender.name) ? operation.fromPostgraphile(data) : data;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Cursors are opaque, so only that there is one counts; one moment can be written in several ways. */
function inOneForm(value: unknown, key = ''): unknown {
  if (key === 'endCursor') return value !== null;
  if (typeof value === 'string') return INSTANT.test(value) ? new Date(value).toISOString() : value;
  if (Array.isArray(value)) return value.map(each => inOneForm(each));
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, each]) => [name, inOneForm(each, name)]));
}

function disagreement(operation: Operation, name: string, expected: unknown, given: unknown): Error {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(given)];
  const at = Math.max([...one].findIndex((letter, index) => letter !== other[index]) - 200, 0);
  return new Error(
    `${name} does not answer ${operation.name} as the service does:\n  ${one.slice(at, at + 400)}\n  ${other.slice(at, at + 400)}`,
  );
}
