import unit from './jest.config.js';

/** The stories in a real browser against a real service; apart from the unit tests, since they need Chromium.
 *  @type {import('jest').Config} */
export default {
  ...unit,
  testMatch: ['<rootDir>/test/web/**/*.browser.ts'],
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/web/support/begin.mjs',
  globalTeardown: '<rootDir>/test/web/support/end.mjs',
};
