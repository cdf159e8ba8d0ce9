import type { JWTPayload } from 'jose';
import type { Right } from './oidc-settings.js';

/** A claim by its name, or by the way to it, such as `realm_access.roles`; names may hold dots themselves. */
export function claim(payload: JWTPayload, name: string): unknown {
  if (name in payload) return payload[name];
  return name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | null)?.[part], payload);
}

/** Whether a claim is a text that can be stored and shown: without control characters or halves of characters. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !/\p{Cc}/u.test(value);
}

/** The values of a claim that is a list, a word, or words with spaces between, as scopes are. */
export function valuesOf(value: unknown): string[] {
  if (isText(value)) return [value, ...value.split(' ')];
  return Array.isArray(value) ? value.filter(isText) : [];
}

const STRONGEST = ['ADMIN', 'PARTNER', 'INTEGRATOR'] as const;

/** The strongest role that the values give, with the grants of all that give it; null when none does. */
export function rightOf(values: readonly string[], roles: ReadonlyMap<string, Right>): Right | null {
  const rights = values.map(value => roles.get(value)).filter(right => right !== undefined);
  const role = STRONGEST.find(each => rights.some(right => right.role === each));
  if (!role) return null;
  const grants = rights.filter(right => right.role === role).flatMap(right => right.grants);
  return { role, grants: [...new Set(grants)].sort() };
}
