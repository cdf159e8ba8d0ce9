/** The keys of the demo data, one of each kind. */
export const KEYS = {
  partner: 'ks3_demo_techtank',
  integrator: 'ks3_demo_integrator',
  admin: 'ks3_demo_region',
} as const;

/** The feed token of the demo data, made by the partner's key. */
export const FEED_TOKEN = 'ks3_demo_feed';
