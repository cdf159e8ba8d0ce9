import { createHash } from 'node:crypto';

// Test databases carry the checkout in their name, so that two checkouts on one server keep out of each other's way.
// A sandbox for mutants belongs to the checkout that it stands in.
const checkout = createHash('sha256')
  .update(new URL('../../', import.meta.url).pathname.replace(/\.stryker\/.*/, ''))
  .digest('hex')
  .slice(0, 8);
export const PREFIX = `ks3_test_${checkout}`;
export const TEMPLATE = `${PREFIX}_template`;
