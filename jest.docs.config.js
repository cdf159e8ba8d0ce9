import unit from './jest.config.js';

/** The manuals and examples as their readers run them; apart from the unit tests, since they need sh, curl and Python.
 *  @type {import('jest').Config} */
export default { ...unit, testMatch: ['<rootDir>/test/docs/**/*.docs.ts'] };
