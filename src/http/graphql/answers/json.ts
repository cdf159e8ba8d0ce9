import type { FormattedExecutionResult } from 'graphql';

/** Data that is JSON already. */
export class Json {
  constructor(readonly text: string) {}
}

/** The body of an answer, whether its data is JSON already or not. */
export function stringify({ data, ...rest }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof Json)) return JSON.stringify({ ...rest, ...(data !== undefined && { data }) });
  const others = JSON.stringify(rest).slice(1);
  return `{"data":${(data as unknown as Json).text}${others === '}' ? '' : ','}${others}`;
}
