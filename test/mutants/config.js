const { MUTATE = 'src/ideas/path.ts', SUITES = 'test/ideas/path.test.ts', OUT = 'x' } = process.env;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: MUTATE.split(','),
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    configFile: 'jest.config.js',
    enableFindRelatedTests: false,
    config: {
      roots: ['<rootDir>/src', '<rootDir>/test'],
      testMatch: SUITES.split(',').map(suite => `<rootDir>/${suite}`),
    },
  },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/jest-runner', './test/mutants/prose.js'],
  ignorers: ['prose'],
  ignorePatterns: ['web', 'docs', 'bench', 'examples', 'dist*', 'coverage', '.data'],
  concurrency: 1,
  timeoutMS: 20_000,
  tempDirName: `.stryker/${OUT}`,
  thresholds: { high: 95, low: 85, break: null },
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `.stryker/reports/${OUT}.json` },
  clearTextReporter: { reportTests: false, allowColor: false },
};
