import {
  makeOperation,
  type Client,
  type Exchange,
  type Operation,
  type OperationResult,
  type RequestPolicy,
} from '@urql/core';
import { filter, makeSubject, merge, pipe, tap } from 'wonka';

/** Asks the service again for everything on the page. */
export type Refresh = () => void;

/** Remembers what the page shows, so that it can be asked for again. */
export class Shown {
  private readonly operations = new Map<number, Operation>();
  /** Questions that neither the cache nor the service has answered since they were asked. */
  private readonly open = new Set<number>();
  private readonly underWay = new Set<number>();
  private readonly anew = makeSubject<Operation>();
  private client: Client | undefined;

  readonly exchange: Exchange = ({ client, forward }) => {
    this.client = client;
    return operations =>
      pipe(merge([pipe(operations, tap(this.note)), this.anew.source]), forward, filter(this.hasData));
  };

  /** After the cache, where what it cannot answer is on its way. */
  readonly sending: Exchange = ({ forward }) => {
    const answered = ({ operation }: OperationResult) => void this.underWay.delete(operation.key);
    return operations =>
      pipe(
        operations,
        tap(({ kind, key }) => void (kind === 'query' ? this.underWay.add(key) : this.underWay.delete(key))),
        forward,
        tap(answered),
      );
  };

  /** All of it, after a time without news. */
  readonly refresh: Refresh = () => {
    for (const operation of this.operations.values())
      this.client?.reexecuteOperation(by('cache-and-network', operation));
  };

  /**
   * One of the questions, whose answer has come and is too old. The client is passed by: as long as it has seen no
   * answer, it takes the question for one on its way, and would not send it.
   */
  readonly again = (key: number): void =>
    queueMicrotask(() => {
      const operation = this.operations.get(key);
      if (operation) this.anew.next(by('network-only', operation));
    });

  /** A change may make the cache forget what an answer on its way has just brought: nothing is left of it then, and it is asked again. */
  private readonly hasData = ({ operation, data, error }: OperationResult): boolean => {
    this.open.delete(operation.key);
    const forgotten = operation.kind === 'query' && !data && !error;
    if (forgotten) this.again(operation.key);
    return !forgotten;
  };

  private readonly note = (operation: Operation): void => {
    const { key, kind } = operation;
    if (kind === 'teardown') this.operations.delete(key);
    if (kind !== 'query') return;
    this.operations.set(key, operation);
    this.open.add(key);
    // What another answer has made the cache ask anew it keeps to itself where it knows only a part, lest the two go on for ever.
    queueMicrotask(() => this.open.has(key) && !this.underWay.has(key) && this.again(key));
  };
}

const by = (requestPolicy: RequestPolicy, operation: Operation): Operation =>
  makeOperation('query', operation, { ...operation.context, requestPolicy });
