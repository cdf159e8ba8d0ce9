import type { Viewer } from '../shared/viewer.js';

/** Who asks, by which right, and how long that right holds. */
export interface Caller {
  readonly viewer: Viewer;
  /** Tells callers apart whose viewers are alike: the key, or the subject of a token; null for anonymous. */
  readonly id: string | null;
  /** Whether an agent may change things by it: of keys that were granted it. */
  readonly toolsMayWrite: boolean;
  /** When a token runs out; null for keys, which are looked up each time. */
  readonly until: Date | null;
  /** How far the activity log had come when it was looked up who asks. */
  readonly revision: number;
}
