module.exports = {
  displayName: 'tools',
  preset: '../jest.preset.js',
  testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.spec.mjs'],
  // The modules of tools/run are plain ES modules, run as they are.
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.json' }],
  },
  coverageDirectory: '../coverage/tools',
};
