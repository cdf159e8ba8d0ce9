import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context.js';
import type { Admitted } from './admission.js';
import type { Limits } from './limit-settings.js';

/** With the header `x-cost: 1`, the answer tells in `extensions.cost` what the operation cost and what is left. */
export function showCost(admissions: WeakMap<Context, Admitted>, limits: Limits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request }) {
      if (!request.http?.headers.has('x-cost')) return;
      return {
        async willSendResponse({ contextValue, response: { body } }) {
          const admitted = admissions.get(contextValue);
          if (!admitted || body.kind !== 'single') return;
          const { cost: requested, allowance } = admitted;
          const { remaining = null, resetSeconds = null } = allowance ?? {};
          const cost = { requested, limit: limits.cost, remaining, resetSeconds };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
