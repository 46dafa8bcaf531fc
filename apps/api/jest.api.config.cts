/** The API and database suites: a real Nest over HTTP on a real migrated database, named by TEST_DATABASE. */
module.exports = {
  ...require('./jest.config.cts'),
  // The same on every database: what was compiled for one is taken for the other.
  displayName: 'api over HTTP',
  globalSetup: './jest.template.cts',
  testMatch: ['<rootDir>/src/**/*.api-spec.ts', '<rootDir>/src/**/*.db-spec.ts'],
  testTimeout: 60_000,
  // A worker keeps something of each spec; one that has grown is followed by a new one.
  workerIdleMemoryLimit: '1500MB',
};
