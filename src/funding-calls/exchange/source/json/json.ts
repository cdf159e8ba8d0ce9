/** A value of JSON. Objects have no prototype. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [field: string]: Json | undefined;
}

export function isTextual(value: Json | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
