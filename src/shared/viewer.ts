import type { KeyGrant, Role } from './roles.js';

/** Who asks. Anonymous has no role. */
export interface Viewer {
  readonly name: string;
  readonly role: Role | null;
  readonly partnerId: string | null;
  readonly keyId: string | null;
  /** Of who signed in by a token: the issuer and its name for them. */
  readonly subject: string | null;
  /** The session in a browser that it asks by. */
  readonly sessionId: string | null;
  readonly grants: readonly KeyGrant[];
  /** Reads files and feeds alone, as a feed token does: changes nothing, and is told nothing confidential. */
  readonly feedOnly: boolean;
}

/** What of a viewer, beside its partner, decides what it sees: alike for two, they are asked for in the same words. */
export function rightsOf({ role, grants, feedOnly }: Viewer): string {
  return `${role} ${grants.join('+')}${feedOnly ? ' feed' : ''}`;
}

export const ANONYMOUS: Viewer = {
  name: 'anonymous',
  role: null,
  partnerId: null,
  keyId: null,
  subject: null,
  sessionId: null,
  grants: [],
  feedOnly: false,
};

/** The service itself, where no person or key acts: seeds and scheduled imports. */
export const SYSTEM: Viewer = { ...ANONYMOUS, name: 'Kickstart S3', role: 'ADMIN' };
