const { randomUUID } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * A Playwright reporter that leaves a run's totals in the folder TEST_TOTALS_DIR, one file a run.
 * A test that passed on a retry counts as passed, one that never came to run as skipped; an error outside every test
 * (a file that cannot be loaded, a server that does not start) as one failure.
 */
class TotalsPlaywrightReporter {
  constructor() {
    this.errorsOutsideTests = 0;
    /** @type {import('@playwright/test/reporter').Suite | undefined} */
    this.suite = undefined;
  }

  /** @param {import('@playwright/test/reporter').FullConfig} _config @param {import('@playwright/test/reporter').Suite} suite */
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onError() {
    this.errorsOutsideTests += 1;
  }

  onEnd() {
    const folder = process.env.TEST_TOTALS_DIR;
    if (!folder) return;
    const tests = this.suite?.allTests() ?? [];
    const outcomes = tests.map((test) => test.outcome());
    /** @param {...string} wanted */
    const count = (...wanted) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    const totals = {
      project: 'journeys',
      passed: count('expected', 'flaky'),
      failed: count('unexpected') + this.errorsOutsideTests,
      skipped: count('skipped'),
      notPassed: tests
        .filter((test) => ['unexpected', 'skipped'].includes(test.outcome()))
        .map((test) => `${test.title} (${test.outcome()})`),
    };
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(totals));
  }

  printsToStdio() {
    return false;
  }
}

module.exports = TotalsPlaywrightReporter;
