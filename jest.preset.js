/** What every Jest project shares: the aliases of tsconfig.base.json and where reports go. */
module.exports = {
  // Outside of the folder for temporary files, which a test run may have in memory.
  cacheDirectory: `${__dirname}/.nx/jest`,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'html'],
  moduleNameMapper: {
    '^@countersign/domain/(.*)$': `${__dirname}/libs/domain/src/$1/index.ts`,
    '^@countersign/contracts/(.*)$': `${__dirname}/libs/contracts/src/$1.ts`,
  },
};
