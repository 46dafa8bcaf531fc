import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elapsed, Interrupted, PlainError, run } from './child.mjs';
import { HOW_TO_GET_CHROMIUM, obtainChromium } from './chromium.mjs';
import { HOW_TO_GET_MARIADB, obtainMariadb, startMariadb } from './mariadb.mjs';
import { scratchFolder } from './scratch.mjs';
import { chooseSteps, QUICK, STEP_MINUTES, testSteps } from './steps.mjs';
import {
  lastLine,
  listOfNotPassed,
  readReports,
  sum,
  summaryTable,
  totalsOfCheck,
  totalsOfSuite,
  withSkipsFailed,
} from './totals.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./totals.mjs').StepResult} StepResult */
/** @typedef {import('./totals.mjs').Totals} Totals */
/** @typedef {{ env: NodeJS.ProcessEnv, close: () => Promise<void> }} Tool what a step needs of the machine, ready */

/**
 * Runs the tests and says what came of them; the last line is the sum.
 * @param {object} how
 * @param {readonly string[]} how.names of the steps to run; none means all
 * @param {() => Promise<NodeJS.ProcessEnv>} how.prepare brings runtime and dependencies, gives the steps' environment
 * @returns {Promise<number>} the exit code
 */
export async function test({ names, prepare }) {
  const ci = !['', '0', 'false'].includes(process.env.CI ?? '');
  const steps = testSteps({ ci, quick: names.includes(QUICK) });
  const { chosen, unknown } = chooseSteps(steps, names);
  if (unknown.length > 0) {
    const known = [...steps.map(({ name }) => name), QUICK].join(' ');
    throw new PlainError(`No such step: ${unknown.join(', ')}. There are: ${known}`);
  }
  /** @type {NodeJS.ProcessEnv | undefined} */
  let env;
  const install = await timed('install', async () => {
    console.log(`[0/${chosen.length}] install: runtime and dependencies`);
    env = { ...(await prepare()), TMPDIR: scratchFolder() };
    return { passed: 0, failed: 0, skipped: 0 };
  });
  /** @type {StepResult[]} */
  const results = [install];
  if (env) {
    for (const [index, step] of chosen.entries()) {
      console.log(`\n[${index + 1}/${chosen.length}] ${step.name}: ${step.title}`);
      results.push(await runStep(step, { env, results, ci }));
    }
  }
  return report(results);
}

/** @param {readonly StepResult[]} results */
function report(results) {
  const total = sum(results);
  const line = lastLine(total);
  console.log(`\n${listOfNotPassed(results)}\n${summaryTable(results)}\n\n${line}`);
  if (process.env.TEST_LAST_LINE_FILE) writeFileSync(process.env.TEST_LAST_LINE_FILE, `${line}\n`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * @param {Step} step @param {{ env: NodeJS.ProcessEnv, results: readonly StepResult[], ci: boolean }} context
 * @returns {Promise<StepResult>}
 */
async function runStep(step, { env, results, ci }) {
  const startedAt = Date.now();
  if (results.some(({ name, failed }) => name === step.needs && failed > 0)) {
    console.log(`   Not run: it needs the step ${step.needs}, which failed.`);
    return { name: step.name, seconds: 0, ...totalsOfCheck(1), note: `not run: ${step.needs} failed` };
  }
  let note = '';
  const result = await timed(step.name, async () => {
    const tool = await obtainTool(step.tool, env);
    if ('missing' in tool) {
      note = `skipped: ${tool.missing}`;
      console.log(`   Skipped ${step.name}: ${tool.missing}`);
      return { passed: 0, failed: 0, skipped: 1 };
    }
    try {
      return await runCommands(step, { ...env, ...step.env, ...tool.env });
    } finally {
      await tool.close();
    }
  });
  console.log(`   ${step.name}: ${lastLine(result)} (${elapsed(startedAt)})`);
  if (ci && result.skipped > 0) console.log('   CI is set: what is skipped counts as failed.');
  return { ...(ci ? withSkipsFailed(result) : result), note };
}

/** @param {Step} step @param {NodeJS.ProcessEnv} env @returns {Promise<Totals>} */
async function runCommands(step, env) {
  const reports = mkdtempSync(join(tmpdir(), 'countersign-totals-'));
  let exitCode = 0;
  try {
    for (const [command = '', ...args] of step.commands) {
      const options = {
        env: { ...env, TEST_TOTALS_DIR: reports },
        label: step.name,
        timeoutMs: (step.minutes ?? STEP_MINUTES) * 60_000,
      };
      exitCode = (await run(command, args, options)) || exitCode;
    }
    return step.kind === 'check' ? totalsOfCheck(exitCode) : totalsOfSuite(readReports(reports), exitCode);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/**
 * Turns an error into one failure, so that the steps after it still run.
 * @param {string} name @param {() => Promise<Totals>} work
 * @returns {Promise<StepResult>}
 */
async function timed(name, work) {
  const startedAt = Date.now();
  const seconds = () => (Date.now() - startedAt) / 1000;
  try {
    const totals = await work();
    return { name, ...totals, seconds: seconds() };
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    console.error(error instanceof PlainError ? error.message : error);
    return { name, ...totalsOfCheck(1), seconds: seconds() };
  }
}

/** @param {Step['tool']} tool @param {NodeJS.ProcessEnv} env @returns {Promise<Tool | { missing: string }>} */
async function obtainTool(tool, env) {
  const nothingToClose = async () => undefined;
  if (tool === 'mariadb') {
    const given = env.TEST_DATABASE_URL;
    if (given) return { env: { TEST_DATABASE_URL: given }, close: nothingToClose };
    const mariadb = await obtainMariadb();
    if (!mariadb) return { missing: `there is no MariaDB here. To get it, ${HOW_TO_GET_MARIADB}` };
    const server = await startMariadb(mariadb, env.TMPDIR);
    return { env: { TEST_DATABASE_URL: server.url }, close: server.stop };
  }
  if (tool === 'chromium') {
    const chromium = await obtainChromium(env);
    if (!chromium) return { missing: `no Chromium here starts. To get one, ${HOW_TO_GET_CHROMIUM}` };
    return { env: { CHROMIUM_PATH: chromium }, close: nothingToClose };
  }
  return { env: {}, close: nothingToClose };
}
