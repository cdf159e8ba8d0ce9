import { type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode, typeFromAST } from 'graphql';

/** The types of an operation's variables, by their names. */
export type VariableTypes = ReadonlyMap<string, GraphQLInputType>;

export function variableTypes(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): VariableTypes {
  return new Map(
    variableDefinitions.map(({ variable, type }) => [
      variable.name.value,
      typeFromAST(schema, type as never) as GraphQLInputType,
    ]),
  );
}
