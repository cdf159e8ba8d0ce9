/** The variables that are written, or why they can't be sent. */
export type Variables =
  | { variables: Record<string, unknown> | undefined; problem?: never }
  | { variables?: never; problem: { kind: 'NOT_JSON'; why: string } | { kind: 'NO_OBJECT' } };

/** Reads variables as they are written; none where nothing is. */
export function variablesIn(text: string): Variables {
  if (text.trim() === '') return { variables: undefined };
  try {
    const value = JSON.parse(text) as unknown;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { variables: value as Record<string, unknown> } : { problem: { kind: 'NO_OBJECT' } };
  } catch (error) {
    return { problem: { kind: 'NOT_JSON', why: (error as Error).message } };
  }
}
