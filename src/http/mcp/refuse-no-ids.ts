import { getNullableType, type GraphQLInputType, isInputObjectType, isListType, isScalarType } from 'graphql';
import { type IdPrefix, prefixOf } from '../../shared/ids.js';
import { HttpRefusal } from '../refusals/refusal.js';
import type { VariableTypes } from './variable-types.js';

/** What filters by id ask for. */
const KINDS: ReadonlyMap<string, IdPrefix> = new Map([
  ['partners', 'partner'],
  ['owners', 'partner'],
  ['fundingCalls', 'call'],
]);

/** Deeper than any input; what is nested further is refused where variables are. */
const DEEPEST = 20;

/**
 * Refuses, by its place, a condition on ids that holds what is no id of its kind. In GraphQL it holds for nothing, which a
 * program was written to know; an agent that wrote a slug would tell its user that there are no ideas.
 */
export function refuseNoIds(types: VariableTypes, given: Readonly<Record<string, unknown>>): void {
  for (const [name, type] of types) walk(type, given[name], [name]);
}

function walk(given: GraphQLInputType, value: unknown, path: readonly string[]): void {
  const type: GraphQLInputType = getNullableType(given);
  if (value === undefined || value === null || path.length > DEEPEST) return;
  if (isListType(type) && Array.isArray(value))
    return value.forEach((item, place) => walk(type.ofType, item, [...path, String(place)]));
  if (isListType(type)) return walk(type.ofType, value, path);
  if (isInputObjectType(type) && typeof value === 'object')
    return Object.values(type.getFields()).forEach(field =>
      walk(field.type, (value as Record<string, unknown>)[field.name], [...path, field.name]),
    );
  if (isScalarType(type) && type.name === 'ID' && typeof value === 'string') refuseNoId(value, path);
}

function refuseNoId(value: string, path: readonly string[]): void {
  const kind = KINDS.get(path.findLast(part => !/^\d+$/.test(part))!);
  const found = prefixOf(value);
  if (found !== null && (kind === undefined || found === kind)) return;
  const [of, such] = kind === undefined ? ['', ''] : [` of a ${kind}`, `, such as ${kind}_01h455vb4pex5vsknk084sn02q`];
  const message = `${path.join('.')}: ${JSON.stringify(value.slice(0, 100))} is no id${of}. Ids are what tools give as id${such}; slugs and codes are none.`;
  throw new HttpRefusal(400, 'BAD_USER_INPUT', message);
}
