import type { ApolloServerPlugin } from '@apollo/server';
import type { AdmittedContext } from '../operation-admission.js';

/** Neither parsed nor validated a second time: what is executed is the very document that was weighed. */
export const weighedDocument: ApolloServerPlugin<AdmittedContext> = {
  async requestDidStart(requestContext) {
    const { document } = requestContext.contextValue.admitted.weighed;
    Object.assign(requestContext, { document });
  },
};
