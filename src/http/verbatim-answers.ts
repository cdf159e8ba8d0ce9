import type { ApolloServerPlugin } from '@apollo/server';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';
import type { Context } from '../context.js';
import { verbatim } from '../reading/verbatim.js';

/** Data that is JSON already. */
class Json {
  constructor(readonly text: string) {}
}

/** Answers queries that no code has a say in with the text that the database made. */
export const answerVerbatim: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async responseForOperation({ schema, document, operation, request: { variables = {} }, contextValue, response }) {
        if (operation.operation !== OperationTypeNode.QUERY) return null;
        const text = await verbatim({ schema, document, operation, variables }, contextValue);
        if (text === null) return null;
        return { http: response.http, body: { kind: 'single', singleResult: { data: new Json(text) as never } } };
      },
    };
  },
};

/** The body of an answer, whether its data is JSON already or not. */
export function stringify({ data, ...rest }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof Json)) return JSON.stringify({ ...rest, ...(data !== undefined && { data }) });
  const others = JSON.stringify(rest).slice(1);
  return `{"data":${(data as unknown as Json).text}${others === '}' ? '' : ','}${others}`;
}
