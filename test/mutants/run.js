// npm run mutants                       all parts, one after the other: hours
// npm run mutants -- matching           one part
// npm run mutants -- reading src/reading/planner.ts:80-120    some lines of it
import { Stryker } from '@stryker-mutator/core';
import { PARTS } from './parts.js';

// What random documents find, they find in the first few; the others would only be waited for.
process.env.AGREEMENT_RUNS ??= '30';

const [named, ...lines] = process.argv.slice(2);
for (const name of named ? [named] : Object.keys(PARTS)) await mutate(name);

async function mutate(name) {
  const { mutate = [`src/${name}.ts`], suites = [`test/${name}.test.ts`] } = PARTS[name];
  const stryker = new Stryker({
    mutate: lines.length > 0 ? lines : mutate,
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    jest: {
      configFile: 'jest.config.js',
      enableFindRelatedTests: false,
      config: { roots: ['<rootDir>/src', '<rootDir>/test'], testMatch: suites.map(suite => `<rootDir>/${suite}`) },
    },
    coverageAnalysis: 'perTest',
    plugins: ['@stryker-mutator/jest-runner', './test/mutants/prose.js'],
    ignorers: ['prose'],
    ignorePatterns: ['web', 'docs', 'bench', 'examples', 'dist*', 'coverage', '.data'],
    disableTypeChecks: false,
    concurrency: 2,
    // A process keeps the modules of every mutant it has run.
    maxTestRunnerReuse: 10,
    timeoutMS: 20_000,
    tempDirName: '.stryker',
    incremental: true,
    incrementalFile: `.stryker/${name.replaceAll('/', '-')}.json`,
    thresholds: { high: 95, low: 85, break: 85 },
    reporters: ['progress-append-only', 'clear-text'],
    clearTextReporter: { reportTests: false, logTests: false },
  });
  await stryker.runMutationTest();
}
