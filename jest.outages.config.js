import unit from './jest.config.js';

/** What breaks, broken on purpose: real processes on PostgreSQL clusters of their own, one test file after the other.
 *  @type {import('jest').Config} */
export default {
  ...unit,
  testMatch: ['<rootDir>/test/outages/**/*.outage.ts'],
  // A machine that does much else takes long for whole processes and servers, and fails nothing by that.
  testTimeout: 600_000,
  maxWorkers: 1,
};
