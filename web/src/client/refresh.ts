import type { Exchange, Operation } from '@urql/core';
import { makeOperation } from '@urql/core';
import { pipe, tap } from 'wonka';

/** Asks the service again for everything on the page. */
export type Refresh = () => void;

/** Remembers what the page shows, so that all of it can be asked for again after a time without news. */
export function refreshing(): { exchange: Exchange; refresh: Refresh } {
  const shown = new Map<number, Operation>();
  let refresh: Refresh = () => {};

  const note = (operation: Operation) => {
    if (operation.kind === 'query') shown.set(operation.key, operation);
    if (operation.kind === 'teardown') shown.delete(operation.key);
  };
  const exchange: Exchange = ({ client, forward }) => {
    refresh = () => {
      for (const operation of shown.values()) {
        const context = { ...operation.context, requestPolicy: 'cache-and-network' as const };
        client.reexecuteOperation(makeOperation('query', operation, context));
      }
    };
    return operations => pipe(operations, tap(note), forward);
  };
  return { exchange, refresh: () => refresh() };
}
