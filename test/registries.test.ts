import type { EntityMetadata } from '@mikro-orm/core';
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { SYSTEM } from '../src/shared/viewer.js';
import { createApi } from '../src/api.js';
import type { Database } from '../src/database/database.js';
import { requirePriced } from '../src/http/graphql/weighing/cost-weights.js';
import { entitiesOf, READ_POLICY } from '../src/nouns.js';
import { raw } from '../src/reading/sql.js';
import { requireWhole } from '../src/registries.js';
import { freshDatabase } from './support/service/service.js';

let database: Database;
let drop: () => Promise<unknown>;
let schema: GraphQLSchema;
let entities: Map<string, EntityMetadata>;
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  ({ schema } = createApi(database));
  entities = new Map(entitiesOf(database.orm));
}, 60_000);
afterAll(() => database.close().then(drop));

/** The entities with one changed or added. */
const withOne = (name: string, changed: object) =>
  new Map([...entities, [name, Object.assign(Object.create(entities.get('Idea')!), changed) as EntityMetadata]]);

const changed = (from: RegExp, to: string) =>
  buildSchema(printSchema(lexicographicSortSchema(schema)).replace(from, to));

describe('a service does not start', () => {
  it('with something stored that no registry names', () => {
    const start = () => requireWhole(schema, withOne('Secret', { className: 'Secret' }));
    expect(start).toThrow('Secret lacks a place among the nouns');
  });

  it('with a rule for what is not stored', () => {
    const fewer = new Map([...entities].filter(([name]) => name !== 'Partner'));
    expect(() => requireWhole(schema, fewer)).toThrow('Partner has a place among the nouns, and is not there');
  });

  it('with a type that has an id and cannot be read by it', () => {
    const more = changed(/type Requirement /, 'type Requirement implements Node ');
    const whole = buildSchema(printSchema(more).replace(/type Requirement implements Node {/, '$&\n  id: ID!'));
    expect(() => requireWhole(whole, entities)).toThrow('Requirement lacks a way to be read by its id');
  });

  it('with a column that the log would tell and the API does not show', () => {
    const { properties } = entities.get('ApiKey')!;
    const more = {
      className: 'ApiKey',
      class: entities.get('ApiKey')!.class,
      properties: { ...properties, password: { name: 'password', kind: 'scalar' } },
    };
    expect(() => requireWhole(schema, withOne('ApiKey', more))).toThrow('ApiKey.password is no field');
  });

  it('with a price for a field that is not there, or a count without one', () => {
    expect(() => requirePriced(changed(/callMatches/g, 'calls'))).toThrow(
      'Idea.callMatches has a price, and is not there',
    );
    expect(() => requirePriced(changed(/type ActivityConnection \{/, '$&\n  totalCount: Int!'))).toThrow(
      'ActivityConnection.totalCount lacks a price',
    );
  });
});

it('shows nobody what no rule names, and takes it for newer than the log', () => {
  expect(() => READ_POLICY.visible('Secret', raw('secret'), SYSTEM)).toThrow('no rule says who sees Secret');
  expect(READ_POLICY.isLogged('Secret')).toBe(false);
});
