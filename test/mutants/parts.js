/**
 * What is mutated, and the suites that shall notice: no more than that, since every mutant runs them again. A part
 * that is told nothing is `src/<name>.ts`, tried by its mirror `test/<name>.test.ts`.
 */
export const PARTS = {
  'access/policy': {},
  'access/visibility': {},
  'access/keys': {
    mutate: ['src/access/{authenticate,keys/api-key,keys/keys}.ts'],
    suites: ['test/access/{keys/api-key,authenticate}.test.ts'],
  },
  'access/sign-in/claims': {},
  'access/sign-in/oidc-settings': { suites: ['test/config.test.ts'] },
  reading: { mutate: ['src/reading/**/*.ts'], suites: ['test/mutants/reading.suites.ts'] },
  'ideas/moves/path': {},
  'ideas/gates': {
    mutate: ['src/ideas/gates/{gates,concept-requirements,gate-policy}.ts'],
    suites: ['test/ideas/gates/{gates,concept-requirements}.test.ts'],
  },
  consortia: {
    mutate: ['src/consortia/{consortium-requirements,missing-sectors}.ts'],
    suites: ['test/consortia/*.test.ts'],
  },
  applications: {
    mutate: ['src/applications/{application-requirements,application-path,submission}.ts'],
    suites: ['test/applications/{application-*,submission}.test.ts'],
  },
  projects: {
    mutate: ['src/projects/{project-requirements,duration}.ts'],
    suites: ['test/projects/{project-requirements,duration}.test.ts'],
  },
  matching: {
    mutate: ['src/matching/{match,match-policy,subject-grades,practical-grades,likeness}.ts'],
    suites: ['test/matching/{match,likeness}.test.ts'],
  },
  'funding-calls/clock': {
    mutate: ['src/funding-calls/{call-clock,call-rules}.ts'],
    suites: ['test/funding-calls/{call-clock,call-rules}.test.ts'],
  },
  pipeline: {
    mutate: ['src/pipeline/{deadline-risk,forecast/random,forecast/interval,forecast/time-to-project}.ts'],
    suites: ['test/pipeline/{forecast/random,forecast/interval,deadline-risk,forecast/time-to-project}.test.ts'],
  },
  'pipeline/forecast/forecast': { mutate: ['src/pipeline/forecast/{forecast,simulation}.ts'] },
};
