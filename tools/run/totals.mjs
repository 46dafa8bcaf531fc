import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Totals
 * @property {number} passed @property {number} failed @property {number} skipped
 * @property {readonly string[]} [notPassed] names of the tests that failed or were skipped, where tests have names
 */
/** @typedef {Totals & { name: string, seconds: number, note?: string }} StepResult */

/** A check that is one thing: linting, a build. @param {number} exitCode @returns {Totals} */
export function totalsOfCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * What a run of tests comes to. A run that ends badly has at least one failure, whatever its reports say, and so has
 * one that tested nothing.
 * @param {readonly Totals[]} reports what its reporters wrote @param {number} exitCode
 * @returns {Totals}
 */
export function totalsOfSuite(reports, exitCode) {
  const { passed, failed, skipped } = sum(reports);
  const unexplained = failed === 0 && (exitCode !== 0 || passed + skipped === 0);
  const notPassed = reports.flatMap((report) => report.notPassed ?? []);
  const named = notPassed.length > 0 ? { notPassed } : {};
  return { passed, failed: unexplained ? 1 : failed, skipped, ...named };
}

/** The reports that reporters left in a folder. @param {string} folder @returns {Totals[]} */
export function readReports(folder) {
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** @param {readonly Totals[]} all @returns {Totals} */
export function sum(all) {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** Where everything must be at hand a skip is a failure. @template {Totals} T @param {T} totals @returns {T} */
export function withSkipsFailed(totals) {
  return { ...totals, failed: totals.failed + totals.skipped, skipped: 0 };
}

/** The last line of every run. @param {Totals} totals */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** One line per step. @param {readonly StepResult[]} results */
export function summaryTable(results) {
  const width = Math.max(4, ...results.map(({ name }) => name.length));
  /** @param {(string | number)[]} cells */
  const row = ([name, ...figures]) =>
    String(name).padEnd(width) + figures.map((figure) => String(figure).padStart(9)).join('');
  return [
    row(['step', 'passed', 'failed', 'skipped', 'seconds']),
    ...results.map(({ name, passed, failed, skipped, seconds, note }) => {
      const line = row([name, passed, failed, skipped, seconds.toFixed(1)]);
      return note ? `${line}   ${note}` : line;
    }),
  ].join('\n');
}

/** Most tests that are named: who has more has one cause. */
const MOST_NAMED = 60;

/** The tests that did not pass, a line each under its step; empty where all did. @param {readonly StepResult[]} results */
export function listOfNotPassed(results) {
  const lines = results.flatMap(({ name, notPassed = [] }) => notPassed.map((test) => `${name}: ${test}`));
  if (lines.length === 0) return '';
  const more = lines.length > MOST_NAMED ? [`… and ${lines.length - MOST_NAMED} more`] : [];
  return ['Not passed:', ...lines.slice(0, MOST_NAMED), ...more].map((line) => `${line}\n`).join('');
}
