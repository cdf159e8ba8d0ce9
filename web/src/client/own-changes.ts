import { makeOperation, mapExchange, type Exchange, type Operation, type OperationResult } from '@urql/core';

/** What a change builds on, where it says so. */
interface Building {
  id: string;
  expectedVersion?: number | null;
}

/**
 * The changes that are made from this page. One that builds on a version waits for those on their way, and builds on what
 * they made of it: the page may not have read that yet. What somebody else changed in between is still a conflict.
 */
export class OwnChanges {
  private readonly underWay = new Map<number, PromiseWithResolvers<void>>();
  private readonly versions = new Map<string, Set<number>>();
  private readonly answers = new Map<number, unknown>();

  /** Before the cache: a change answers what the service said, and not what the cache has forgotten of it meanwhile. */
  readonly answering: Exchange = mapExchange({
    onResult: result => {
      const { key } = result.operation;
      if (!this.answers.has(key)) return result;
      const data: unknown = this.answers.get(key);
      this.answers.delete(key);
      return { ...result, data };
    },
  });

  /** After the cache, where a change is sent and answered. */
  readonly sending: Exchange = mapExchange({
    onOperation: operation => (operation.kind === 'mutation' ? this.send(operation) : operation),
    onResult: result => void (result.operation.kind === 'mutation' && this.note(result)),
  });

  private send(operation: Operation): Operation | Promise<Operation> {
    const before = [...this.underWay.values()].map(({ promise }) => promise);
    this.underWay.set(operation.key, Promise.withResolvers());
    const { expectedVersion } = buildingOf(operation);
    if (expectedVersion == null) return operation;
    return before.length > 0 ? Promise.all(before).then(() => this.onNewest(operation)) : this.onNewest(operation);
  }

  private onNewest(operation: Operation): Operation {
    const input = buildingOf(operation);
    let expectedVersion = input.expectedVersion!;
    while (this.versions.get(input.id)?.has(expectedVersion + 1)) expectedVersion += 1;
    const variables = { ...operation.variables, input: { ...input, expectedVersion } };
    return makeOperation('mutation', { ...operation, variables }, operation.context);
  }

  private note({ operation: { key }, data }: OperationResult): void {
    if (data) this.answers.set(key, data);
    for (const payload of Object.values((data ?? {}) as object))
      for (const one of Object.values((payload ?? {}) as object)) this.noteVersion(one);
    this.underWay.get(key)?.resolve();
    this.underWay.delete(key);
  }

  private noteVersion(one: unknown): void {
    const { id, version } = (one ?? {}) as { id?: string; version?: number };
    if (id === undefined || version === undefined) return;
    this.versions.set(id, (this.versions.get(id) ?? new Set()).add(version));
  }
}

const buildingOf = ({ variables }: Operation): Building => (variables as { input?: Building })?.input ?? { id: '' };
