import { processorTime } from '../../support/processor-time.js';
import { type Service, startService } from '../../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()));
afterAll(() => service.stop());

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nested = (depth: number, open: string, inner: string) => `${open.repeat(depth)}${inner}${'}'.repeat(depth)}`;
const JSON_TYPE = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
const post = (query: string, variables: object = {}) => ({
  method: 'POST',
  headers: JSON_TYPE as Record<string, string>,
  body: JSON.stringify({ query, variables }),
});

interface Attack {
  readonly name: string;
  readonly path?: string;
  readonly request: { method: string; headers: Record<string, string>; body?: string };
  readonly status: number;
  readonly code: string;
}

const ATTACKS: readonly Attack[] = [
  {
    name: 'an alias bomb',
    request: post(`{ ${times(200, i => `a${i}: viewer { name }`)} }`),
    status: 400,
    code: 'TOO_MANY_ALIASES',
  },
  {
    name: 'an alias bomb wrapped in fragments, doubling ten times',
    request: post(
      `{ partner(slug: "techtank") { ...F0 } } ${times(10, i => `fragment F${i} on Partner { a: ideas(first: 100) { nodes { owner { ...F${i + 1} } } } b: ideas(first: 100) { nodes { owner { ...F${i + 1} } } } }`)} fragment F10 on Partner { name }`,
    ),
    status: 400,
    code: 'TOO_DEEP',
  },
  {
    name: 'pages inside pages',
    request: post(
      '{ ideas(first: 100) { nodes { owner { ideas(first: 100) { nodes { owner { ideas(first: 100) { nodes { code } } } } } } } } }',
    ),
    status: 400,
    code: 'TOO_COSTLY',
  },
  {
    name: 'pages inside pages, sized by variables',
    request: post(
      'query($n: Int!) { ideas(first: $n) { nodes { owner { ideas(first: $n) { nodes { consortium { memberships { partner { name } } } } } } } } }',
      { n: 100 },
    ),
    status: 400,
    code: 'TOO_COSTLY',
  },
  {
    name: 'deep nesting',
    request: post(`{ focusArea(code: "tech") ${nested(400, '{ parent ', '{ name }')} }`),
    status: 400,
    code: 'TOO_DEEP',
  },
  {
    name: 'deep nesting hidden in fragments',
    request: post(
      `{ focusArea(code: "tech") { ...P0 } } ${times(30, i => `fragment P${i} on FocusArea { parent { ...P${i + 1} } }`)} fragment P30 on FocusArea { name }`,
    ),
    status: 400,
    code: 'TOO_DEEP',
  },
  {
    name: 'circular fragments',
    request: post(
      '{ viewer { ...A } } fragment A on Viewer { partner { ideas { nodes { owner { name } } } } ...B } fragment B on Viewer { ...A }',
    ),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    name: 'a flood of directives',
    request: post(`{ viewer { name ${times(200, () => '@skip(if: false)')} } }`),
    status: 400,
    code: 'TOO_MANY_DIRECTIVES',
  },
  {
    name: 'the same field again and again',
    request: post(`{ ${times(300, () => 'viewer { name }')} }`),
    status: 400,
    code: 'TOO_MANY_REPEATS',
  },
  {
    name: 'the same fragment again and again, doubling a hundred times',
    request: post(
      `{ viewer { ...A0 } } ${times(100, i => `fragment A${i} on Viewer { name ...A${i + 1} ${times(20, () => `...A${i + 1}`)} }`)} fragment A100 on Viewer { name }`,
    ),
    status: 400,
    code: 'TOO_MANY_TOKENS',
  },
  {
    name: 'a flood of tokens',
    request: post(`{ ${times(100_000, i => `f${i}`)} }`),
    status: 400,
    code: 'TOO_MANY_TOKENS',
  },
  {
    name: 'a flood of unknown fields',
    request: post(`{ ${times(1_900, i => `unknown${i}`)} }`),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    name: 'a batch',
    request: {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(Array.from({ length: 1000 }, () => ({ query: '{ viewer { name } }' }))),
    },
    status: 400,
    code: 'BATCH_REFUSED',
  },
  {
    name: 'huge variables',
    request: post('query($text: String) { ideas(filter: { text: $text }) { totalCount } }', {
      text: 'å'.repeat(2_000_000),
    }),
    status: 413,
    code: 'BODY_TOO_LARGE',
  },
  {
    name: 'a list of ids that is too long',
    request: post('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 20_000 }, (_, i) => `idea_${i}`),
    }),
    status: 400,
    code: 'TOO_MANY_ITEMS',
  },
  {
    name: 'a text to search for that is as long as a book',
    request: post('query($text: String) { ideas(filter: { text: $text }) { totalCount } }', {
      text: 'å '.repeat(150_000),
    }),
    status: 200,
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'an oversized page',
    request: post('{ ideas(first: 1000000) { nodes { code } } }'),
    status: 200,
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'introspection that goes in circles',
    request: post(`{ __schema { types { ${nested(8, 'fields { type { ', 'name')} } ${'}'.repeat(8)} } }`),
    status: 400,
    code: 'TOO_DEEP',
  },
  {
    name: 'variables nested a hundred thousand deep',
    request: {
      method: 'POST',
      headers: JSON_TYPE,
      body: `{"query":"{ viewer { name } }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    },
    status: 400,
    code: 'TOO_DEEP',
  },
  {
    name: 'a key meant for prototypes',
    request: {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{"query":"{ viewer { name } }","variables":{"__proto__":{"x":1}}}',
    },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a key meant for prototypes, by GET',
    path: `?query=${encodeURIComponent('{ viewer { name } }')}&variables=${encodeURIComponent('{"a":[{"__proto__":{"x":1}}]}')}`,
    request: { method: 'GET', headers: JSON_TYPE },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a subscription before a broken escape',
    path: `/stream?query=${encodeURIComponent('subscription { activity { kind } }')}%23%FF`,
    request: { method: 'GET', headers: { accept: 'text/event-stream' } },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a mutation by GET',
    path: `?query=${encodeURIComponent('mutation { revokeApiKey(id: "key_1") { userErrors { code } } }')}`,
    request: { method: 'GET', headers: { ...JSON_TYPE } },
    status: 405,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a page of another site that sends a form',
    request: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      body: 'query=mutation+%7B+__typename+%7D',
    },
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  {
    name: 'a page of another site that sends JSON as text',
    request: {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
      body: JSON.stringify({ query: 'mutation { __typename }' }),
    },
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  {
    name: 'a page of another site that loads an image',
    path: `?query=${encodeURIComponent('{ viewer { name } }')}`,
    request: { method: 'GET', headers: { origin: 'https://evil.example' } },
    status: 400,
    code: 'BAD_REQUEST',
  },
];

it.each(ATTACKS)('refuses $name', async ({ path = '', request, status, code }) => {
  const ask = () => fetch(`${service.url}/graphql${path}`, request);
  await ask();
  const worked = processorTime();
  const response = await ask();
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  const milliseconds = worked();
  if (process.env.TIMES) console.log(`${milliseconds.toFixed(1)} ms`, code, errors[0]?.message.slice(0, 120));
  expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
  expect(errors[0]?.message.length).toBeGreaterThan(10);
  // Promised is 100 ms; the bound leaves room for what else the process does.
  expect(milliseconds).toBeLessThan(1_000);
});

it('still answers after all of them', async () => {
  expect(await service.as().run('{ viewer { name } }')).toEqual({ viewer: { name: 'anonymous' } });
});
