import type { KeyGrant, Role } from './roles.js';

/** Who asks. Anonymous has no role. */
export interface Viewer {
  readonly name: string;
  readonly role: Role | null;
  readonly partnerId: string | null;
  readonly keyId: string | null;
  readonly grants: readonly KeyGrant[];
}

export const ANONYMOUS: Viewer = { name: 'anonymous', role: null, partnerId: null, keyId: null, grants: [] };

/** The service itself, where no person or key acts: seeds and scheduled imports. */
export const SYSTEM: Viewer = { name: 'Kickstart S3', role: 'ADMIN', partnerId: null, keyId: null, grants: [] };
