/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/src/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.stryker'],
  // A worker keeps the modules of every file it has run; a fresh one is quicker than collecting that garbage.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 90_000,
  // Of `npm test -- --coverage`.
  collectCoverageFrom: ['src/**/*.ts'],
  coverageReporters: ['text-summary'],
};
