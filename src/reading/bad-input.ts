import { GraphQLError } from 'graphql';

/** A refusal of what a request asks for, as GraphQL tells it. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
