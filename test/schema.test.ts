import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { buildApiSchema } from '../src/schema.js';

const read = (path: string) => readFileSync(new URL(`../schema/${path}`, import.meta.url), 'utf8');
const schema = buildApiSchema();

/** Additions that a consumer of the contract does not notice. */
const HARMLESS: readonly string[] = ['VALUE_ADDED_TO_ENUM', 'OPTIONAL_INPUT_FIELD_ADDED'];

it('keeps every promise of the contract', () => {
  const broken = [...findBreakingChanges(buildSchema(read('contract.graphql')), schema)].map(
    ({ description }) => description,
  );
  expect(broken).toEqual([]);
});

it('adds to the contract only what no consumer has to know of', () => {
  const changes = findDangerousChanges(buildSchema(read('contract.graphql')), schema);
  expect(changes.filter(({ type }) => !HARMLESS.includes(type))).toEqual([]);
});

it('is printed in the repository as the code makes it', () => {
  expect(read('schema.graphql')).toContain(printSchema(schema));
});

it('describes every type, field, argument and enum value', () => {
  expect(undescribed(schema)).toEqual([]);
});

it.each(readdirSync(new URL('../schema/operations/', import.meta.url)))('answers the consumer document %s', file => {
  expect(validate(schema, parse(read(`operations/${file}`)))).toEqual([]);
});

function undescribed(api: GraphQLSchema): string[] {
  const missing: string[] = [];
  const look = (name: string, { description }: { description?: string | null | undefined }) => {
    if (!description) missing.push(name);
  };
  const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()];
  for (const type of Object.values(api.getTypeMap()).filter(each => !isIntrospectionType(each))) {
    if (!roots.includes(type as never)) look(type.name, type);
    if (isEnumType(type)) type.getValues().forEach(value => look(`${type.name}.${value.name}`, value));
    if (isInputObjectType(type))
      Object.values(type.getFields()).forEach(field => look(`${type.name}.${field.name}`, field));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      field.args.forEach(arg => look(`${type.name}.${field.name}(${arg.name})`, arg));
    }
  }
  return missing;
}
