import { execute, parse } from 'graphql';
import { ANONYMOUS, type Viewer } from '../../src/shared/viewer.js';
import { metricOf } from '../support/service/metrics.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
beforeAll(async () => {
  service = await startService({ ANSWERS_KEPT_MIB: '0', DEBUG_STATEMENTS: 'false', MAX_ALIASES: '100' });
}, 60_000);
afterAll(() => service.stop());

/** How many answers so far came from the statement alone, and from the executor. */
async function counts(): Promise<{ statement: number; executor: number }> {
  const count = (from: string) => metricOf(service, `graphql_answers_total{from="${from}"}`);
  return { statement: await count('statement'), executor: await count('executor') };
}

/** Asks, and tells what answered. */
async function ask(query: string, variables: object = {}) {
  const before = await counts();
  const { data, errors } = await service.as(KEYS.admin).ask(query, variables);
  const after = await counts();
  const from = after.statement > before.statement ? 'statement' : 'executor';
  expect(after.statement + after.executor).toBe(before.statement + before.executor + 1);
  return { from, data, codes: errors?.map(({ extensions }) => extensions.code) };
}

const calls = (fields: string) => `{ fundingCalls(first: 3) { nodes { ${fields} } } }`;

it.each([
  ['columns', '{ ideas(first: 3) { nodes { code title stage version } } }'],
  ['a moment', '{ ideas(first: 3) { nodes { updatedAt } } }'],
  ['a page and its count', '{ ideas(first: 3) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }'],
  [
    'rows below rows',
    '{ partners(first: 2) { nodes { slug ideas(first: 2) { nodes { owner { name } focusAreas { code } } } } } }',
  ],
  ['an amount whole', calls('budget { amount currency }')],
  ['the name of a type', calls('__typename identifier')],
  [
    'several fields under names of their own',
    '{ some: partners { totalCount } first: partners(first: 1) { nodes { slug } } }',
  ],
  [
    'fragments',
    'query { partners { ...Count ... on PartnerConnection { nodes { ...Slug } } } } fragment Count on PartnerConnection { totalCount } fragment Slug on Partner { slug }',
  ],
  ['fifty fields', calls(many(50))],
  ['nothing at the place asked for', '{ idea(code: "KS3-0") { code } }'],
])('%s: the text of the statement is the answer', async (_, query) => {
  expect(await ask(query)).toMatchObject({ from: 'statement', codes: undefined });
});

it.each([
  ['what rules say', '{ ideas(first: 1) { nodes { readiness { ready } } } }'],
  [
    'what rules say beside what they do not',
    '{ partners { totalCount } ideas(first: 1) { nodes { readiness { ready } } } }',
  ],
  ['an amount the other way round', calls('budget { currency amount }')],
  ['a part of an amount', calls('budget { amount }')],
  ['an amount under another name', calls('budget { sum: amount currency }')],
  ['an amount on a condition', calls('budget { amount currency @skip(if: true) }')],
  ['an amount in a fragment', calls('budget { ... { amount currency } }')],
  ['an amount asked for twice', calls('budget { amount currency } budget { amount }')],
  ['figures that are brought whole', '{ pipeline { asOf total states { state count } } }'],
  ['more than fifty fields', calls(many(51))],
  ['a row of whatever type', '{ node(id: "call_0") { id } }'],
  ['the schema', '{ __schema { queryType { name } } }'],
  ['the name of the query', '{ __typename }'],
])('%s: the executor answers', async (_, query) => {
  expect(await ask(query)).toMatchObject({ from: 'executor', codes: undefined });
});

function many(fields: number): string {
  return Array.from({ length: fields }, (_, index) => `f${index}: identifier`).join(' ');
}

it('the text of a statement is what the executor answers', async () => {
  const fields = 'code title updatedAt owner { name } focusAreas { code }';
  const { data, from } = await ask(`{ ideas(first: 5) { nodes { ${fields} } } }`);
  const executed = await ask(`{ ideas(first: 5) { nodes { ${fields} } } __typename }`);
  expect([from, executed.from]).toEqual(['statement', 'executor']);
  expect(data.ideas).toEqual(executed.data.ideas);
  expect(data.ideas.nodes).toHaveLength(5);
});

it('what is left out by a variable is left out of the answer', async () => {
  const query =
    'query ($some: Boolean!) { partners(first: 1) { nodes { slug } } ideas(first: 1) @include(if: $some) { totalCount } }';
  expect(Object.keys((await ask(query, { some: false })).data)).toEqual(['partners']);
  expect(Object.keys((await ask(query, { some: true })).data)).toEqual(['partners', 'ideas']);
});

it('whoever asks wrongly is told by the executor, and the next who asks is answered by the statement', async () => {
  const query = 'query ($first: Int!) { ideas(first: $first) { nodes { code } } }';
  expect(await ask(query, { first: 1000 })).toMatchObject({ from: 'executor', codes: ['BAD_USER_INPUT'] });
  expect(await ask(query, { first: 1 })).toMatchObject({ from: 'statement', codes: undefined });
});

it('a variable that does not fit is told of, and nothing is read', async () => {
  const query = 'query ($first: Int!) { ideas(first: $first) { nodes { code } } }';
  const { codes } = await ask(query, { first: 'many' });
  expect(codes).toEqual(['BAD_USER_INPUT']);
});

describe('an answer rests on', () => {
  const admin: Viewer = { ...ANONYMOUS, name: 'Region', role: 'ADMIN' };

  it.each([
    ['the log alone', '{ ideas { nodes { code } } }', { clock: false, unlogged: false }],
    ['the clock', '{ fundingCalls { nodes { status } } }', { clock: true, unlogged: false }],
    [
      'the clock, though only its first part does',
      '{ fundingCalls { nodes { status } } ideas { totalCount } }',
      { clock: true, unlogged: false },
    ],
    ['what is not logged: keys', '{ viewer { apiKeys { name } } }', { unlogged: true }],
    ['what is not logged: webhooks', '{ viewer { webhooks { id } } }', { unlogged: true }],
    [
      'what is not logged: deliveries',
      '{ node(id: "delivery_0") { ... on WebhookDelivery { id } } }',
      { unlogged: true },
    ],
    [
      'what is not logged, though only its first part does',
      '{ viewer { apiKeys { name } } ideas { totalCount } }',
      { unlogged: true },
    ],
  ])('%s', async (_, text, grounds) => {
    const contextValue = service.api.contextFor(admin, 'SV');
    const { errors } = await execute({ schema: service.api.schema, document: parse(text), contextValue });
    expect(errors).toBeUndefined();
    expect(contextValue.grounds).toMatchObject(grounds);
  });
});

it('a key sees itself among the keys', async () => {
  const query = '{ viewer { name apiKeys { name } } }';
  const { viewer } = await service.as(KEYS.integrator).run<any, object>(query);
  expect(viewer.apiKeys).toEqual([{ name: viewer.name }]);
});

describe('a text to search for', () => {
  const query = 'query ($text: String) { ideas(filter: { text: $text }) { totalCount } }';

  it('may have two hundred characters, and no more, however often it is asked', async () => {
    expect((await ask(query, { text: 'å'.repeat(200) })).codes).toBeUndefined();
    for (const text of ['å'.repeat(201), 'a'.repeat(201)]) {
      const { errors } = await service.as().ask(query, { text });
      expect(errors![0]!.message).toBe('A text to search for may have at most 200 characters and has 201.');
    }
  });

  it('that is blank is none, also after one that is not', async () => {
    const { ideas } = (await ask('{ ideas { totalCount } }')).data;
    const found: number[] = [];
    for (const text of ['laser', ' ', 'qzxw', '', null, 'laser'])
      found.push((await ask(query, { text })).data.ideas.totalCount);
    expect(found).toEqual([found[0], ideas.totalCount, 0, ideas.totalCount, ideas.totalCount, found[0]]);
    expect(found[0]).toBeLessThan(ideas.totalCount);
  });
});
