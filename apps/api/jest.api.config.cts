/** The API and database suites: a real Nest over HTTP on a real migrated database, named by TEST_DATABASE. */
module.exports = {
  ...require('./jest.config.cts'),
  displayName: `api on ${process.env.TEST_DATABASE ?? 'sqlite'}`,
  testMatch: ['<rootDir>/src/**/*.api-spec.ts', '<rootDir>/src/**/*.db-spec.ts'],
  testTimeout: 60_000,
};
