/** Mutation tests of the rules that must be right: who may do what, how an entry lives, what counts, what is signed. */
export default {
  mutate: [
    'libs/domain/src/{entry,access,competency,credential,signing}/**/*.ts',
    'libs/domain/src/people/delegation.ts',
    '!libs/domain/src/**/*.spec.ts',
    '!libs/domain/src/**/index.ts',
    '!libs/domain/src/**/testdata/**',
    '!libs/domain/src/competency/example-requirements.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    configFile: 'libs/domain/jest.config.cts',
    // Types are checked by the step "types"; checking them again for each of thousands of mutants takes hours.
    config: {
      transform: {
        '^.+\\.ts$': [
          'ts-jest',
          { tsconfig: '<rootDir>/tsconfig.spec.json', diagnostics: false, transpilation: true },
        ],
      },
    },
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  ignorePatterns: ['apps/web', 'apps/e2e', 'dist', 'docs', 'artifacts', 'coverage', '.nx'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { logTests: false, allowColor: false },
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 85 },
};
