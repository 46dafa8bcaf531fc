import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Step one line of the summary
 * @property {string} name also its name on the command line: `npm test -- lint unit:domain`
 * @property {string} title
 * @property {'check' | 'suite'} kind a check counts as one; a suite counts its tests
 * @property {readonly (readonly string[])[]} commands all are run, also after one that failed
 * @property {Readonly<Record<string, string>>} [env]
 * @property {string} [needs] the step without which this one cannot run
 * @property {'mariadb' | 'chromium'} [tool] what this machine must have for it
 * @property {number} [minutes] after which it is ended, where that is not {@link STEP_MINUTES}
 */

/** Longer than a step takes, in minutes; one that hangs must leave time for the others. */
export const STEP_MINUTES = 20;

const JEST_REPORTER = fileURLToPath(new URL('./totals-reporter.cjs', import.meta.url));
const PLAYWRIGHT_REPORTER = fileURLToPath(new URL('./totals-playwright-reporter.cjs', import.meta.url));
const VM_MODULES = '--experimental-vm-modules --no-warnings';

// A snapshot is never written by a test run (--ci); two workers, for the two cores that we plan for.
const JEST_ARGS = ['--ci', '--maxWorkers=2', '--reporters=default', `--reporters=${JEST_REPORTER}`];

/** What kept its format since the last look is not looked at again. */
const FORMAT_CACHE = ['--cache', '--cache-location=.nx/prettier'];

/** Every target of that name. @param {string} target @param {readonly string[]} more */
function everywhere(target, more) {
  return ['nx', 'run-many', '-t', target, '--parallel=2', '--output-style=static', ...more];
}

/**
 * A target whose tests must really run, seen as they run: never from the cache.
 * @param {string} target @param {readonly string[]} args
 */
function suite(target, args) {
  return ['nx', 'run', target, '--skip-nx-cache', '--output-style=stream-without-prefixes', ...args];
}

/** The word for what can be known in two minutes: no database, no browser, simulations on fewer cases. */
export const QUICK = 'quick';
const QUICK_STEPS = ['lock', 'lint', 'types', 'unit'];

/**
 * What `npm test` does, in order.
 * @param {{ ci: boolean, quick?: boolean }} how on a build machine nothing is taken from the cache; quickly, simulations
 *   run on fewer cases and coverage is not measured
 * @returns {Step[]}
 */
export function testSteps({ ci, quick = false }) {
  return [
    ...checks({ ci }),
    ...['domain', 'contracts', 'web', 'api'].map((project) => unitTests(project, { quick })),
    {
      name: 'unit:tools',
      title: 'unit tests of the tools',
      kind: 'suite',
      commands: [['jest', '-c', 'tools/jest.config.cts', ...JEST_ARGS]],
      env: { NODE_OPTIONS: VM_MODULES },
    },
    {
      name: 'build',
      title: 'production build of api and web',
      kind: 'check',
      commands: [everywhere('build', ['-p', 'api,web', ...fresh({ ci })])],
    },
    {
      name: 'api:sqlite',
      title: 'API over HTTP on SQLite',
      kind: 'suite',
      commands: [suite('api:test-api', JEST_ARGS)],
      env: { TEST_DATABASE: 'sqlite' },
    },
    {
      name: 'api:mariadb',
      title: 'API over HTTP on MariaDB or MySQL',
      kind: 'suite',
      commands: [suite('api:test-api', JEST_ARGS)],
      env: { TEST_DATABASE: 'mysql' },
      tool: 'mariadb',
    },
    {
      name: 'journeys',
      title: 'journeys in a browser',
      kind: 'suite',
      commands: [suite('e2e:journeys', [`--reporter=list,${PLAYWRIGHT_REPORTER}`])],
      needs: 'build',
      tool: 'chromium',
      minutes: 35,
    },
  ];
}

/** @param {{ ci: boolean }} where */
function fresh({ ci }) {
  return ci ? ['--skip-nx-cache'] : [];
}

/** What is wrong without running anything. @param {{ ci: boolean }} where @returns {Step[]} */
function checks({ ci }) {
  return [
    {
      name: 'lock',
      title: 'package-lock.json fits every platform',
      kind: 'check',
      commands: [['node', 'tools/run/check-lock.mjs']],
    },
    {
      name: 'lint',
      title: 'rules of style and structure, and the format',
      kind: 'check',
      commands: [
        everywhere('lint', fresh({ ci })),
        ['eslint', 'tools', '--max-warnings=0'],
        ['prettier', '--check', '--log-level=warn', ...(ci ? [] : FORMAT_CACHE), '.'],
      ],
    },
    {
      name: 'types',
      title: 'types',
      kind: 'check',
      commands: [everywhere('typecheck', fresh({ ci })), ['tsc', '--noEmit', '-p', 'tools/tsconfig.json']],
    },
  ];
}

/** @param {string} project @param {{ quick: boolean }} how @returns {Step} */
function unitTests(project, { quick }) {
  // The rules are held to the coverage that libs/domain/jest.config.cts names.
  const coverage = project === 'domain' && !quick ? ['--coverage'] : [];
  return {
    name: `unit:${project}`,
    title: `unit tests of ${project}`,
    kind: 'suite',
    commands: [suite(`${project}:test`, [...JEST_ARGS, ...coverage])],
    // libs/domain/src/testing/cases.ts reads it.
    env: { TEST_CASES: quick ? 'quick' : 'all' },
  };
}

/**
 * The steps that were asked for by name, by the part before the colon or by the word {@link QUICK}, with those they need;
 * all when none was.
 * @param {readonly Step[]} steps @param {readonly string[]} asked
 */
export function chooseSteps(steps, asked) {
  const names = asked.flatMap((name) => (name === QUICK ? QUICK_STEPS : [name]));
  const unknown = names.filter((name) => !steps.some((step) => isNamed(step, name)));
  const wanted = steps.filter((step) => names.some((name) => isNamed(step, name)));
  const needed = new Set(wanted.flatMap((step) => (step.needs ? [step.needs] : [])));
  const chosen =
    names.length === 0 ? [...steps] : steps.filter((step) => wanted.includes(step) || needed.has(step.name));
  return { chosen, unknown };
}

/** @param {Step} step @param {string} name */
function isNamed(step, name) {
  return step.name === name || step.name.startsWith(`${name}:`);
}
