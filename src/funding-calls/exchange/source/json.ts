import { cut } from '../../../shared/text/clean-text.js';
import { LIMITS } from './source-limits.js';

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

/** What stands in a place of the source, as it is shown to a person. */
export function asItStands(value: Json | undefined): string | undefined {
  if (value == null || value === '') return undefined;
  return cut(typeof value === 'string' ? value : JSON.stringify(value), LIMITS.cell);
}
