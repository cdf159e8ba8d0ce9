import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import {
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
import { changesSince, undatedDeprecations } from './support/service/schema-changes.js';

const read = (path: string) => readFileSync(new URL(`../schema/${path}`, import.meta.url), 'utf8');
const schema = buildApiSchema();

const today = new Date().toISOString().slice(0, 10);

it.each(['contract', 'released'])('keeps every promise of %s.graphql', name => {
  expect(changesSince(read(`${name}.graphql`), schema, today)).toEqual([]);
});

it('says of everything deprecated when it goes', () => {
  expect(undatedDeprecations(read('schema.graphql'))).toEqual([]);
});

it('is printed in the repository as the code makes it', () => {
  expect(read('schema.graphql')).toContain(printSchema(schema));
});

it('describes every type, field, argument and enum value', () => {
  expect(undescribed(schema)).toEqual([]);
});

const OPERATIONS = readdirSync(new URL('../schema/operations/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
});

it.each(OPERATIONS.filter(file => file.endsWith('.graphql')))('answers the consumer document %s', file => {
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
