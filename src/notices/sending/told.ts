import { hash } from 'node:crypto';

/** What a follower has been told: how far of the log, and which items of the agenda, by digests alone. */
export interface Told {
  readonly sequence: number;
  readonly items: Readonly<Record<string, string>>;
}

const LENGTH = 16;

/** Enough to tell items of one follower apart; it names nothing. */
export function digestOf(...parts: readonly (string | null)[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, LENGTH);
}
