module.exports = {
  displayName: 'domain',
  preset: '../../jest.preset.js',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.spec.json' }],
  },
  setupFiles: ['<rootDir>/jest.properties.cts'],
  coverageDirectory: '../../coverage/libs/domain',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/**/{testdata,testing,corpus,holdout}/**'],
  coverageReporters: ['text-summary', 'json'],
  coverageThreshold: { global: { branches: 95 } },
};
