import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const NUL = 'a\u0000b';
const HALF = 'a\ud800';

/** A value with a text in it, and where: each text that the type can hold, once; an input within itself is entered twice. */
function* placesIn(
  type: GraphQLInputType,
  text: string,
  around: readonly GraphQLInputType[] = [],
): Generator<{ value: unknown; path: string[] }> {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    for (const { value, path } of placesIn(bare.ofType, text, around)) yield { value: [value], path: ['0', ...path] };
  } else if (isInputObjectType(bare)) {
    if (around.filter(type => type === bare).length > 1) return;
    for (const field of Object.values(bare.getFields()))
      for (const { value, path } of placesIn(field.type, text, [...around, bare]))
        yield { value: { [field.name]: value }, path: [field.name, ...path] };
  } else if (!isEnumType(bare) && !/^(Int|Float|Boolean)$/.test(String(bare))) yield { value: text, path: [] };
}

/** A field with every argument by a variable of its name. */
function documentOf(operation: string, { name, type, args }: GraphQLField<unknown, unknown>): string {
  const declared = args.map(arg => `$${arg.name}: ${String(arg.type).replace(/!$/, '')}`).join(', ');
  const given = args.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const below = isObjectType(getNamedType(type)) || 'getFields' in getNamedType(type) ? '{ __typename }' : '';
  return `${operation} (${declared}) { ${name}(${given}) ${below} }`;
}

const fieldsOf = (name: string) =>
  Object.values((service.api.schema.getType(name) as { getFields(): Record<string, any> }).getFields()).filter(
    ({ args }: GraphQLField<unknown, unknown>) => args.length > 0,
  ) as GraphQLField<unknown, unknown>[];

async function expectRefused(
  document: string,
  { name }: GraphQLArgument,
  place: { value: unknown; path: string[] },
  headers = {},
) {
  const { data, errors } = await service.as(KEYS.admin).ask(document, { [name]: place.value }, headers);
  const path = ['variables', name, ...place.path].join('.');
  expect({ path, data, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message }).toEqual({
    ...{ path, data: undefined, code: 'BAD_USER_INPUT' },
    message: `${path} has a character that no text can have: NUL (U+0000), or half of a surrogate pair.`,
  });
}

const head = async () =>
  (await service.database.query<{ sequence: number }>('select sequence from activity_head'))[0]!.sequence;

it.each([
  ['NUL', NUL],
  ['half a surrogate pair', HALF],
])(
  'refuses %s in every text of every mutation by the name of its place, and changes nothing',
  async (_, text) => {
    const before = await head();
    let tried = 0;
    for (const field of fieldsOf('Mutation'))
      for (const arg of field.args)
        for (const place of placesIn(arg.type, text)) {
          tried += 1;
          // Every other one with a key that says it may be sent again: what was refused is not remembered as made.
          const headers = tried % 2 ? { 'idempotency-key': randomUUID() } : {};
          await expectRefused(documentOf('mutation', field), arg, place, headers);
        }
    expect(tried).toBeGreaterThan(150);
    expect(await head()).toBe(before);
  },
  60_000,
);

it('refuses them in every argument of every query', async () => {
  for (const field of fieldsOf('Query'))
    for (const arg of field.args)
      for (const place of placesIn(arg.type, NUL)) await expectRefused(documentOf('query', field), arg, place);
});

it('refuses them in the text of a document, and tells where', async () => {
  const document = (text: string) =>
    `mutation { pauseIdea(input: { id: "idea_1", reason: "${text}" }) { idea { id } } }`;
  for (const text of [NUL, String.raw`a\u0000b`, String.raw`a\u{0}b`]) {
    const { errors } = await service.as(KEYS.admin).ask(document(text));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, locations: [{ line: 1 }] }]);
    expect(errors![0]!.message).toMatch(/^pauseIdea\.input\.reason has a character/);
  }
});

it('refuses them as the standard of a variable', async () => {
  const document = String.raw`query ($text: String = "a\u0000") { ideas(filter: { text: $text }) { totalCount } }`;
  const { errors } = await service.as(KEYS.admin).ask(document);
  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringMatching(/^\$text has/) },
  ]);
});

it.each(['/export/ideas.csv?focusArea=%00', '/calendar.ics?focusArea=a%00b', '/export/ideas.csv?stage=%00'])(
  'refuses them in %s',
  async path => {
    const response = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${KEYS.admin}` } });
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  },
);
