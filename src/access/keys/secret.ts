import { hash, randomBytes } from 'node:crypto';
import { HOUR_MS } from '../../shared/time/lengths.js';

/** How long the old secret works beside the new one. */
const OVERLAP_HOURS = 24;

export function newSecret(): string {
  return `ks3_${randomBytes(20).toString('hex')}`;
}

/** What is stored of a secret: enough to recognise it by, and its SHA-256 in hex. It has 160 random bits, so a slow hash would add nothing. */
export function keptOf(secret: string) {
  return { prefix: secret.slice(0, 12), hash: hashOf(secret) };
}

/** What is looked up by. */
export function hashOf(secret: string): string {
  return hash('sha256', secret);
}

/** When the old secret of a key stops working that gets a new one at a moment. */
export function overlapFrom(rotation: Date): Date {
  return new Date(rotation.getTime() + OVERLAP_HOURS * HOUR_MS);
}
