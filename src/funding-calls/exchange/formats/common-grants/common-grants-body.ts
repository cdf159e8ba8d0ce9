/** A part of the body of a request: nobody knows what it is. */
export type Given = Record<string, unknown>;

export function isGiven(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown): Given {
  return isGiven(value) ? value : {};
}
