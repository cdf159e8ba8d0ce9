import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import type { JsonSchema } from '../json-schema.js';

/**
 * How the scalars of the API are written in JSON: what holds of every value that the API gives, since clients throw an
 * answer away as a whole where one value of it is otherwise. A format of JSON Schema stands here only where it takes all of
 * them. "uri" does not take å (RFC 3986), nor "duration" weeks beside days (RFC 3339), and validators do not know "iri".
 */
const SCALARS: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['ID', { type: 'string' }],
  ['String', { type: 'string' }],
  ['Boolean', { type: 'boolean' }],
  ['Int', { type: 'integer' }],
  ['Float', { type: 'number' }],
  ['DateTime', { type: 'string', format: 'date-time' }],
  ['Date', { type: 'string', format: 'date' }],
  ['Duration', { type: 'string', pattern: '^P[0-9YMWDTHS]+$' }],
  ['Decimal', { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' }],
  ['Currency', { type: 'string', pattern: '^[A-Z]{3}$' }],
  ['URL', { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' }],
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
