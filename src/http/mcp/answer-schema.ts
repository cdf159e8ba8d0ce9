import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type JsonSchema, type ObjectSchema, orNull } from '../json-schema.js';
import { leafSchema } from './leaf-schemas.js';

/**
 * What an operation gives: of each field that it selects, what it is and whether it can be null. Not what it means: an
 * agent reads all of it before it begins, and has the described schema as a resource.
 */
export function answerSchema(schema: GraphQLSchema, operation: OperationDefinitionNode): ObjectSchema {
  return selected(schema.getRootType(operation.operation)!, operation.selectionSet);
}

function selected(type: GraphQLObjectType, { selections }: SelectionSetNode): ObjectSchema {
  const fields = selections.map(selection => {
    if (selection.kind === Kind.FIELD) return fieldOf(type, selection);
    throw new Error(`The document of a tool selects fields alone, and this one a fragment of ${type.name}.`);
  });
  return { type: 'object', properties: Object.fromEntries(fields), required: fields.map(([name]) => name) };
}

function fieldOf(parent: GraphQLObjectType, { name, alias, selectionSet }: FieldNode): [string, JsonSchema] {
  const field = parent.getFields()[name.value]!;
  return [(alias ?? name).value, valueOf(field.type, selectionSet)];
}

function valueOf(type: GraphQLOutputType, set: SelectionSetNode | undefined): JsonSchema {
  if (!isNonNullType(type)) return orNull(present(type, set));
  return present(type.ofType, set);
}

function present(type: GraphQLOutputType, set: SelectionSetNode | undefined): JsonSchema {
  if (isListType(type)) return { type: 'array', items: valueOf(type.ofType as GraphQLOutputType, set) };
  if (isLeafType(type)) return leafSchema(type);
  if (isObjectType(type) && set) return selected(type, set);
  throw new Error(`The document of a tool selects ${String(type)}, which is neither a value nor an object.`);
}
