import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { cleaned } from '../shared/text/clean-text.js';

type Declared = readonly (readonly [name: string, type: GraphQLInputType])[];

const declaredIn = new WeakMap<OperationDefinitionNode, Declared>();
const shapes = new WeakMap<object, string>();

/**
 * What of the variables a statement's text depends on: enums (and lists of them), booleans and integers by value, texts
 * by whether they are blank, everything else only by whether it is there. Two requests of one operation with the same shape share one statement.
 */
export function shapeOf({
  operation,
  schema,
  variableValues,
}: Pick<GraphQLResolveInfo, 'operation' | 'schema' | 'variableValues'>): string {
  const known = shapes.get(variableValues);
  if (known !== undefined) return known;
  const shape = declared(operation, schema)
    .map(([name, type]) => signature(type, variableValues[name]))
    .join(';');
  shapes.set(variableValues, shape);
  return shape;
}

function declared(operation: OperationDefinitionNode, schema: GraphQLSchema): Declared {
  const known = declaredIn.get(operation);
  if (known) return known;
  const found = (operation.variableDefinitions ?? []).map(
    ({ variable, type }) => [variable.name.value, typeFromAST(schema, type) as GraphQLInputType] as const,
  );
  declaredIn.set(operation, found);
  return found;
}

function signature(declaredType: GraphQLInputType, value: unknown): string {
  if (value === undefined) return '?';
  if (value === null) return '-';
  const type = isNonNullType(declaredType) ? declaredType.ofType : declaredType;
  if (isListType(type)) return listSignature(type.ofType, value as unknown[]);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const parts = fields.map(field => signature(field.type, (value as Record<string, unknown>)[field.name]));
    return `{${parts.join(',')}}`;
  }
  if (isEnumType(type) || type.name === 'Boolean' || type.name === 'Int') return String(value);
  return typeof value === 'string' && cleaned(value) === '' ? '_' : '*';
}

/** Lists of enums by value, since there are few, and of filters by what each says; any other list only by being there. */
function listSignature(itemType: GraphQLInputType, items: unknown[]): string {
  const { name } = getNamedType(itemType);
  if (name.endsWith('Filter')) return `[${items.map(item => signature(itemType, item)).join('+')}]`;
  return isEnumType(getNamedType(itemType)) ? `[${items.join('+')}]` : '*';
}
