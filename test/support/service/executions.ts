import { jest } from '@jest/globals';
import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import { WeighedOperation } from '../../../src/http/graphql/weighing/weighed-operation.js';
import type { Service } from './service.js';

/** What was weighed and what was executed while something was asked. */
export interface Executions {
  /** What passed the scales. */
  readonly weighed: WeighedOperation[];
  /** The operations that resolvers of the schema saw, each once. */
  readonly executed: Set<OperationDefinitionNode>;
  readonly variables: unknown[];
}

/** Watches running services from within: `of` gives what one deed brought about. */
export class Watch {
  private seen: Executions = nothing();

  constructor(...services: readonly Service[]) {
    const weigh = WeighedOperation.of.bind(WeighedOperation);
    jest.spyOn(WeighedOperation, 'of').mockImplementation((...asked) => {
      const weighed = weigh(...asked);
      this.seen.weighed.push(weighed);
      return weighed;
    });
    const roots = services.flatMap(({ api }) => Object.values(api.schema.getQueryType()!.getFields()));
    for (const field of roots) {
      const resolve = field.resolve!;
      field.resolve = (root, args, context, info: GraphQLResolveInfo) => {
        this.seen.executed.add(info.operation);
        this.seen.variables.push(info.variableValues);
        return resolve(root, args, context, info);
      };
    }
  }

  async of(deed: () => Promise<unknown>): Promise<Executions> {
    this.seen = nothing();
    await deed();
    return this.seen;
  }
}

function nothing(): Executions {
  return { weighed: [], executed: new Set(), variables: [] };
}
