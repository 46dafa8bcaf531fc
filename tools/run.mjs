import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Interrupted, passStopSignalsOn, PlainError, runInPlace, untilStopped } from './run/child.mjs';
import { ensureDependencies } from './run/install.mjs';
import { HOW_TO_GET_MARIADB, obtainMariadb, startMariadb } from './run/mariadb.mjs';
import { ensureRuntime } from './run/runtime.mjs';
import { start } from './run/start.mjs';
import { test } from './run/test.mjs';

/**
 * The one door to the project's commands, for a machine that has nothing but some Node and npm: brings the Node and
 * the dependencies that the project asks for, then does what was asked.
 */
const USAGE = `Usage: node tools/run.mjs COMMAND
  start [WORD …]   install, build and run the application (npm start), or a command of it: set-up FILE, wipe-demo, followers, retry-dead-letters
  test [STEP …]    all tests, or the named steps: quick, lint, unit, unit:domain, api:sqlite, … (npm test)
  exec CMD [ARG …] run a command with the project's Node and dependencies
  mariadb          run a throwaway MariaDB until Ctrl-C and print its address`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Brings runtime and dependencies.
 * @returns {Promise<NodeJS.ProcessEnv>} the environment to run the project's commands in
 */
async function prepare() {
  const binaries = [await ensureRuntime(ROOT), join(ROOT, 'node_modules', '.bin')];
  // Windows may spell it Path.
  const path = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const env = {
    ...process.env,
    [path]: [...binaries, process.env[path]].join(delimiter),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    // Steps run in sessions of their own, where Nx's pseudo-terminal cannot start.
    NX_NATIVE_COMMAND_RUNNER: 'false',
  };
  await ensureDependencies(ROOT, env);
  return env;
}

async function mariadb() {
  const found = await obtainMariadb();
  if (!found) throw new PlainError(`There is no MariaDB here. To get it, ${HOW_TO_GET_MARIADB}`);
  const server = await startMariadb(found);
  console.log(`${server.url} (process ${server.pid}; Ctrl-C ends it and deletes its data)`);
  await untilStopped();
  await server.stop();
  return 0;
}

/** @param {string | undefined} command @param {string[]} args @returns {Promise<number>} the exit code */
async function main(command, args) {
  if (command === 'start') return await start(await prepare(), args);
  if (command === 'test') return await test({ names: args, prepare });
  if (command === 'exec' && args[0] !== undefined)
    return await runInPlace(args[0], args.slice(1), await prepare());
  if (command === 'mariadb') return await mariadb();
  console.error(USAGE);
  return 2;
}

process.chdir(ROOT);
passStopSignalsOn();
try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  console.error(error instanceof PlainError || error instanceof Interrupted ? error.message : error);
  process.exitCode = error instanceof Interrupted ? error.exitCode : 1;
}
