import { refuse } from './refuse.js';

/** Refuses a change that builds on a version that has moved on. */
export function refuseIfMovedOn(
  { version }: { readonly version?: number },
  expectedVersion: number | null | undefined,
): void {
  if (expectedVersion != null && version !== expectedVersion) refuse('CONFLICT', { path: ['expectedVersion'] });
}
