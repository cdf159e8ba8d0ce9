import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, getIntrospectionQuery, Kind, parse } from 'graphql';
import { readConfig } from '../../../src/config.js';
import { priceOf } from '../../../src/http/graphql/weighing/cost.js';
import type { Candidates } from '../../../src/matching/candidate-counts.js';
import { extentOf } from '../../../src/http/graphql/weighing/extent.js';

const read = (path: string) => readFileSync(new URL(`../../../schema/${path}`, import.meta.url), 'utf8');
const schema = buildSchema(read('contract.graphql'));

function cost(source: string, variables: Record<string, unknown> = {}, candidates?: Candidates): number {
  const document = parse(source);
  const operation = document.definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION);
  return priceOf(schema, document, operation!)(variables, candidates);
}

it('asks one point for an object, and nothing for its values', () => {
  expect(cost('{ viewer { name role locale } }')).toBe(1);
  expect(cost('{ viewer { name partner { name } } }')).toBe(2);
});

it('multiplies what a page asks of its rows by its size', () => {
  expect(cost('{ ideas(first: 10) { nodes { code } } }')).toBe(1 + 10);
  expect(cost('{ ideas(first: 10) { nodes { owner { name } } } }')).toBe(1 + 10 * 2);
  expect(cost('{ ideas(first: 10) { edges { cursor node { owner { name } } } } }')).toBe(1 + 10 * 2);
  expect(cost('{ ideas(last: 10) { nodes { code } pageInfo { endCursor } } }')).toBe(1 + 10 + 1);
});

it('takes the size from the variable, else from its default, else from the schema', () => {
  const page = (declared: string) => `query(${declared}) { ideas(first: $first) { nodes { code } } }`;
  expect(cost(page('$first: Int'), { first: 40 })).toBe(41);
  expect(cost(page('$first: Int = 30'))).toBe(31);
  expect(cost('{ ideas { nodes { code } } }')).toBe(21);
  expect(cost('{ partner(slug: "a") { ideas { nodes { code } } } }')).toBe(1 + 1 + 20);
});

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'takes the default of a variable called %s',
  name => {
    const page = `query($${name}: Int = 90) { ideas(first: $${name}) { nodes { code } } }`;
    expect(cost(page)).toBe(91);
    expect(cost(page, JSON.parse(`{"${name}": 40}`))).toBe(41);
  },
);

it('never counts a page for more than a page can be, nor for less than nothing', () => {
  expect(cost('{ ideas(first: 999999) { nodes { code } } }')).toBe(101);
  expect(cost('{ ideas(first: -5) { nodes { code } } }')).toBe(1);
  expect(cost('query($first: Int) { ideas(first: $first) { nodes { code } } }', { first: 'many' })).toBe(21);
});

it('counts a list without a size as ten, and a list of ids by the ids', () => {
  expect(cost('{ focusAreas { name } }')).toBe(10);
  expect(cost('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3);
});

it('counts a fragment wherever it is spread, a page’s rows with the page', () => {
  const page = '{ a: ideas(first: 10) { ...Page } b: ideas(first: 20) { ...Page } } ';
  expect(cost(`${page} fragment Page on IdeaConnection { nodes { owner { name } } }`)).toBe(2 + 30 * 2);
});

it('comes to an end for fragments that go in circles, or double a hundred times', () => {
  expect(cost('{ viewer { ...A } } fragment A on Viewer { partner { name } ...B } fragment B on Viewer { ...A }')).toBe(
    2,
  );
  const doubling = Array.from(
    { length: 100 },
    (_, i) =>
      `fragment F${i} on Partner { a: ideas(first: 1) { nodes { owner { ...F${i + 1} } } } b: ideas(first: 1) { nodes { owner { ...F${i + 1} } } } }`,
  );
  expect(
    cost(`{ partner(slug: "a") { ...F0 } } ${doubling.join(' ')} fragment F100 on Partner { name }`),
  ).toBeGreaterThan(2 ** 100);
});

it('asks extra for what is more work than a row, such as a forecast by its runs', () => {
  expect(cost('{ pipeline { forecast(runs: 50000) { seed } } }') - cost('{ pipeline { total } }')).toBe(5_000 + 1);
});

it('asks for matches by how many are compared, in hundreds, and as many as can be while nobody has counted', () => {
  const calls = (candidates?: Candidates) => cost('{ idea { callMatches(first: 0) { score } } }', {}, candidates);
  expect([0, 1, 100, 101, 1_000].map(many => calls({ calls: many, ideas: 0 }))).toEqual([21, 21, 21, 41, 201]);
  expect(calls()).toBe(201);
  const ideas = (many: number) =>
    cost('{ fundingCall { ideaMatches(first: 0) { score } } }', {}, { calls: 0, ideas: many });
  expect([0, 200, 201, 1_000].map(ideas)).toEqual([51, 51, 61, 201]);
});

it('asks for a search by its words, however its text is told, and for the words that nobody may ask no more', () => {
  const counted = (text: string) =>
    cost(`{ ideas(first: 0, filter: { text: ${JSON.stringify(text)} }) { totalCount } }`);
  expect(['', ' ', 'hav', ' hav  och\nvind ', '"hav"vind', 'hav '.repeat(1_000)].map(counted)).toEqual(
    [0, 0, 1, 3, 2, 40].map(words => 21 + 10 * words),
  );
  const filtered = (type: string, use: string, variables: object) =>
    cost(`query ($given: ${type}) { pipeline(filter: ${use}) { total } }`, { ...variables });
  const without = filtered('IdeaFilter', '$given', {});
  expect(filtered('IdeaFilter', '$given', { given: { text: 'hav vind' } }) - without).toBe(20);
  expect(filtered('String', '{ text: $given }', { given: 'hav vind' }) - without).toBe(20);
  expect(filtered('IdeaFilter = { text: "hav" }', '$given', {}) - without).toBe(10);
});

it('lets nobody compare a hundred with a thousand in one operation', () => {
  const { limits } = readConfig({});
  const matrix = '{ fundingCalls(first: 100) { nodes { ideaMatches(first: 1) { score } } } }';
  expect(cost(matrix, {}, { calls: 100, ideas: 1_000 })).toBeGreaterThan(limits.cost);
  expect(cost(matrix, {}, { calls: 100, ideas: 100 })).toBeLessThan(limits.cost / 2);
});

it('lets introspection pass, as deep as tools ask, and not ten times at once', () => {
  const { limits } = readConfig({});
  const times = (many: number) =>
    cost(
      `{ ${Array.from({ length: many }, (_, n) => `a${n}: __schema { types { name } }`).join(' ')} viewer { name } }`,
    );
  expect([cost(getIntrospectionQuery()), times(9), cost('{ __type(name: "Idea") { name } }')]).toEqual([
    2000, 18001, 100,
  ]);
  expect(times(10)).toBeGreaterThan(limits.cost);
  expect(extentOf(parse(getIntrospectionQuery())).depth).toBe(0);
});

const OPERATIONS = readdirSync(new URL('../../../schema/operations/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
});

it.each(OPERATIONS.filter(file => file.endsWith('.graphql')))(
  'leaves every consumer room: %s keeps well within the limits at full pages',
  file => {
    const document = parse(read(`operations/${file}`));
    const { limits } = readConfig({});
    const { depth, aliases, directives, repeats } = extentOf(document);
    expect([depth <= limits.depth - 3, aliases, directives, repeats]).toEqual([true, 0, 0, 1]);
    expect(document.loc?.endToken.end).toBeLessThan(10_000);
    for (const operation of document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)) {
      const price = priceOf(schema, document, operation as never);
      const points = price({ first: 50 }, { calls: 100, ideas: 100 });
      if (process.env.TIMES) console.log(file, points);
      expect(points).toBeLessThan(limits.cost / 2);
      expect(price({ first: 50 })).toBeLessThan(limits.cost);
    }
  },
);
