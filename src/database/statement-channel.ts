import { tracingChannel } from 'node:diagnostics_channel';

/** Where each statement is told of, for metrics and traces; costs nothing while nobody listens. */
export const statementChannel = tracingChannel<string, { text: string }>('kickstart-s3:statement');

/** Runs a statement and tells of it. */
export function traced<T>(text: string, run: () => Promise<T>): Promise<T> {
  return statementChannel.tracePromise(run, { text });
}
