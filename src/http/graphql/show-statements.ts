import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context/context.js';

/** For debugging: every answer has in `extensions.statements` which statements it took. */
export const showStatements: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { statements }, response }) {
        if (response.body.kind !== 'single') return;
        response.body.singleResult.extensions = { ...response.body.singleResult.extensions, statements };
      },
    };
  },
};
