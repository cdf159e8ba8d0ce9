import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import type { JsonSchema } from '../json-schema.js';

/** How the scalars of the API are written in JSON. */
const SCALARS: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['ID', { type: 'string' }],
  ['String', { type: 'string' }],
  ['Boolean', { type: 'boolean' }],
  ['Int', { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
  ['Float', { type: 'number' }],
  ['DateTime', { type: 'string', format: 'date-time' }],
  ['Date', { type: 'string', format: 'date' }],
  ['Duration', { type: 'string', format: 'duration' }],
  ['Decimal', { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' }],
  ['Currency', { type: 'string', pattern: '^[A-Z]{3}$' }],
  ['URL', { type: 'string', format: 'uri' }],
  ['JSON', {}],
]);

/** The schema of a scalar or an enum. A scalar that isn't known keeps the service from starting. */
export function leafSchema(type: GraphQLLeafType): JsonSchema {
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  const schema = SCALARS.get(type.name);
  if (!schema) throw new Error(`leaf-schemas.ts doesn't say how ${type.name} is written in JSON.`);
  return schema;
}

/** What the words of an enum mean. */
export function wordsIn(type: GraphQLEnumType): string {
  return type
    .getValues()
    .map(({ name, description }) => (description ? `${name}: ${description}` : name))
    .join('\n');
}
