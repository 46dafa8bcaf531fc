module.exports = {
  displayName: 'web',
  preset: '../../jest.preset.js',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  transform: {
    '^.+\\.(ts|mjs|js|html)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!uuid/|@noble/|@scure/|canonicalize/|qr/|.*\\.mjs$)'],
  // The first spec of a file also compiles its templates, on a machine that does other things too.
  testTimeout: 20_000,
  coverageDirectory: '../../coverage/apps/web',
};
