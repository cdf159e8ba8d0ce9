import { CALLS_AHEAD } from './calls/ahead.js';
import { CLOSED_CALLS } from './calls/closed.js';
import { OPEN_EUROPEAN_CALLS } from './calls/open-european.js';
import { OPEN_NATIONAL_CALLS } from './calls/open-national.js';
import { PAST_CALLS } from './calls/past.js';
import type { DemoCall } from './shapes.js';

/** Twenty invented calls around today, and eight that closed more than ten months ago. */
export const DEMO_CALLS: readonly DemoCall[] = [
  ...PAST_CALLS,
  ...CLOSED_CALLS,
  ...OPEN_NATIONAL_CALLS,
  ...OPEN_EUROPEAN_CALLS,
  ...CALLS_AHEAD,
];
