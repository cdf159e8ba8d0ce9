/** A part of the body of a request: nobody knows what it is. */
export type Given = Record<string, unknown>;

export function objectOf(value: unknown): Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};
}
