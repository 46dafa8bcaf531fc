/** What every Jest project shares: the aliases of tsconfig.base.json and where reports go. */
module.exports = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'html'],
  moduleNameMapper: {
    '^@countersign/domain/(.*)$': `${__dirname}/libs/domain/src/$1/index.ts`,
    '^@countersign/contracts/(.*)$': `${__dirname}/libs/contracts/src/$1.ts`,
  },
};
