import type { ApolloServerPlugin } from '@apollo/server';
import type { AdmittedContext } from '../operation-admission.js';
import type { Limits } from '../../admission/limit-settings.js';

/** With the header `x-cost: 1`, the answer has in `extensions.cost` what the operation cost and what is left. */
export function showCost(limits: Limits): ApolloServerPlugin<AdmittedContext> {
  return {
    async requestDidStart({ request }) {
      if (!request.http?.headers.has('x-cost')) return;
      return {
        async willSendResponse({ contextValue: { admitted }, response: { body } }) {
          if (body.kind !== 'single') return;
          const { remaining = null, resetSeconds = null } = admitted.allowance ?? {};
          const cost = { requested: admitted.weighed.cost, limit: limits.cost, remaining, resetSeconds };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
