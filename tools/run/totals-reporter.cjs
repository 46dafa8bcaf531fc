const { randomUUID } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

/**
 * A Jest reporter that leaves a run's totals in the folder TEST_TOTALS_DIR, one file a run.
 * A file of tests that could not be run counts as one failure; a `todo` counts as skipped.
 */
class TotalsReporter {
  /**
   * @param {Set<import('@jest/reporters').TestContext>} contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(contexts, results) {
    const folder = process.env.TEST_TOTALS_DIR;
    if (!folder) return;
    const [context] = contexts;
    const totals = {
      project: context?.config.displayName?.name ?? context?.config.rootDir,
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      notPassed: results.testResults.flatMap(notPassedIn),
    };
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(totals));
  }
}

/** @param {import('@jest/reporters').AggregatedResult['testResults'][number]} file @returns {string[]} */
function notPassedIn({ testFilePath, testExecError, testResults }) {
  const file = relative(process.cwd(), testFilePath);
  const tests = testResults.filter(({ status }) => status !== 'passed');
  return [
    ...(testExecError ? [`${file} could not be run`] : []),
    ...tests.map(({ fullName, status }) => `${file} › ${fullName} (${status})`),
  ];
}

module.exports = TotalsReporter;
