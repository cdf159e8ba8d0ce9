import type { Client, Exchange, Operation, RequestPolicy } from '@urql/core';
import { makeOperation } from '@urql/core';
import { pipe, tap } from 'wonka';

/** Asks the service again for everything on the page. */
export type Refresh = () => void;

/** Remembers what the page shows, so that it can be asked for again. */
export class Shown {
  private readonly operations = new Map<number, Operation>();
  private client: Client | undefined;

  readonly exchange: Exchange = ({ client, forward }) => {
    this.client = client;
    return operations => pipe(operations, tap(this.note), forward);
  };

  /** All of it, after a time without news. */
  readonly refresh: Refresh = () => {
    for (const operation of this.operations.values()) this.ask(operation, 'cache-and-network');
  };

  /** One of the questions, whose answer has come and is too old. */
  readonly again = (key: number): void => {
    const operation = this.operations.get(key);
    if (operation) this.ask(operation, 'network-only');
  };

  private readonly note = (operation: Operation): void => {
    if (operation.kind === 'query') this.operations.set(operation.key, operation);
    if (operation.kind === 'teardown') this.operations.delete(operation.key);
  };

  private ask(operation: Operation, requestPolicy: RequestPolicy): void {
    this.client?.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy }));
  }
}
