import { makeOperation, type Exchange, type Operation } from '@urql/core';
import { map, pipe, tap } from 'wonka';

/** What the page knows of the service's activity log, in which every change has its number. */
export class Log {
  private readonly first = Promise.withResolvers<void>();
  private newest = -1;

  /** Whether anything has been answered. */
  get begun(): Promise<void> {
    return this.first.promise;
  }

  /** The newest change that the page was told of; at first where its first answer stood. */
  get told(): number {
    return this.newest;
  }

  tell(sequence: number): void {
    this.newest = Math.max(this.newest, sequence);
    this.first.resolve();
  }
}

/** What had been told when a question was asked, and where its answer stands in the log. */
interface Asked {
  readonly told: number;
  stands?: number;
}

function noting(operation: Operation, { told }: Log): Operation {
  const asked: Asked = { told };
  const send = operation.context.fetch ?? fetch;
  const noted: typeof fetch = async (...request) => {
    const response = await send(...request);
    const stands = response.headers.get('activity-sequence');
    if (stands) asked.stands = Number(stands);
    return response;
  };
  return makeOperation(operation.kind, operation, { ...operation.context, asked, fetch: noted });
}

/** Has asked again what was answered without a change that the page was told of meanwhile. */
export function keepingUp(log: Log, again: (key: number) => void): Exchange {
  return ({ forward }) =>
    operations =>
      pipe(
        operations,
        map(operation => noting(operation, log)),
        forward,
        tap(({ operation }) => {
          const { told, stands } = operation.context['asked'] as Asked;
          if (stands === undefined) return;
          if (log.told < 0) log.tell(stands);
          else if (stands < log.told && told < log.told) again(operation.key);
        }),
      );
}
