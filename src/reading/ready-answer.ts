import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import type { FieldSql } from './scope.js';

/** A query that has passed validation. */
export interface Query {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What root resolvers need of the context: their reads give texts, or null where code has a say in the answer. */
interface TextReading {
  read(info: GraphQLResolveInfo, root: FieldSql, given?: Record<string, unknown>): Promise<unknown>;
}

/** Operations that code has a say in; they are not tried again. */
const coded = new WeakSet<OperationDefinitionNode>();

/**
 * The answer to a query as JSON, made of the texts of its statements as they are; null when code has a say in it or
 * anything goes wrong: then the executor answers, and tells what it is.
 */
export async function readyAnswer(query: Query, context: TextReading): Promise<string | null> {
  if (coded.has(query.operation)) return null;
  const roots = rootsOf(query);
  if (!roots) return null;
  const texts = await Promise.all(roots.map(root => textOf(root, context))).catch(() => null);
  if (!texts) return null;
  if (texts.every(text => text !== null)) return `{${texts.join(',')}}`;
  coded.add(query.operation);
  return null;
}

interface Root {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
}

async function textOf({ key, field, args, info }: Root, context: TextReading): Promise<string | null> {
  const text: unknown = await field.resolve!(undefined, args, context, info);
  return typeof text === 'string' ? `${JSON.stringify(key)}:${text}` : null;
}

const fragmentsIn = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const known = fragmentsIn.get(document);
  if (known) return known;
  const fragments = Object.fromEntries(
    document.definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  fragmentsIn.set(document, fragments);
  return fragments;
}

/** The fields at the top with their arguments, or null where a variable doesn't fit. */
function rootsOf({ schema, document, operation, variables }: Query): Root[] | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return null;
  const parentType = schema.getQueryType()!;
  const fragments = fragmentsOf(document);
  const whole = { schema, fragments, operation, variableValues: coerced, parentType, rootValue: undefined };
  const roots: Root[] = [];
  for (const [key, fieldNodes] of collectFields(schema, fragments, coerced, parentType, operation.selectionSet)) {
    const root = rootOf(key, fieldNodes, whole);
    if (!root) return null;
    roots.push(root);
  }
  return roots;
}

function rootOf(
  key: string,
  fieldNodes: readonly FieldNode[],
  whole: Omit<GraphQLResolveInfo, 'fieldName' | 'fieldNodes' | 'returnType' | 'path'>,
): Root | null {
  const fieldName = fieldNodes[0]!.name.value;
  const field = whole.parentType.getFields()[fieldName];
  if (!field) return null;
  const path = { prev: undefined, key, typename: whole.parentType.name };
  const info = { ...whole, fieldName, fieldNodes, returnType: field.type, path };
  return { key, field, args: getArgumentValues(field, fieldNodes[0]!, whole.variableValues), info };
}
