const { randomUUID } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** So much of a page is printed where a journey failed: its end may be far below, what matters seldom is. */
const PRINTED_CHARACTERS = 6_000;

/**
 * A Playwright reporter that prints what the page showed when a journey failed (a build machine keeps no files), and that leaves a run's totals in the folder TEST_TOTALS_DIR, one file a run.
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

  /** @param {import('@playwright/test/reporter').TestCase} test @param {import('@playwright/test/reporter').TestResult} result */
  onTestEnd(test, result) {
    for (const { name, path } of result.attachments) {
      if (name !== 'error-context' || !path || !existsSync(path)) continue;
      console.log(
        `What the page showed: ${test.title}\n${readFileSync(path, 'utf8').slice(0, PRINTED_CHARACTERS)}`,
      );
    }
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
