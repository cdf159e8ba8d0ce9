import type { KeyGrant, Role } from '../../access/roles.js';

/** Keys with fixed secrets, so that examples work; they exist only together with demo data. */
export const DEMO_KEYS: readonly {
  secret: string;
  name: string;
  role: Role;
  partner?: string;
  grants?: KeyGrant[];
  about: string;
}[] = [
  {
    secret: 'ks3_demo_techtank',
    name: 'Techtank (demo)',
    role: 'PARTNER',
    partner: 'techtank',
    about: 'a partner: Techtank',
  },
  {
    secret: 'ks3_demo_integrator',
    name: 'Dashboard (demo)',
    role: 'INTEGRATOR',
    grants: ['ACTIVITY'],
    about: 'an integrator: reads, and follows activity',
  },
  {
    secret: 'ks3_demo_region',
    name: 'Region Blekinge (demo)',
    role: 'ADMIN',
    partner: 'region-blekinge',
    about: 'Region Blekinge: administrator',
  },
];
