import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { obtainMariadb, startMariadb } from '../run/mariadb.mjs';

/*
 * `npm run soak`: what takes longer than a test run may. Honest histories in thousands raise no alarm; servers and
 * databases are killed with -9 under load and lose nothing. HISTORIES, SOAK_KILLS and SOAK_CLIENTS say how much;
 * `npm run soak -- killed` and `npm run soak -- honest` run one of them.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VM_MODULES = '--experimental-vm-modules --no-warnings';

/** @typedef {Record<string, string | undefined>} Env */

/**
 * Runs a program of this project; what it says goes on, and is kept.
 * @param {readonly string[]} words @param {Env} env @returns {Promise<{ code: number | null, said: string }>}
 */
function run(words, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      process.stdout.write(chunk);
    });
    child.once('close', (code) => resolve({ code, said }));
  });
}

async function honest() {
  const jest = [
    'node_modules/jest/bin/jest.js',
    '-c',
    'apps/api/jest.api.config.cts',
    'src/honest-histories',
  ];
  const { code } = await run([...jest, '--runInBand', '--forceExit'], {
    TEST_DATABASE: 'sqlite',
    NODE_OPTIONS: VM_MODULES,
    HISTORIES: process.env['HISTORIES'] ?? '10000',
  });
  return code === 0;
}

/** @type {Record<string, unknown>[]} */
const table = [];

/** @param {Env} env */
async function killed(env) {
  const { code, said } = await run(['--import', 'tsx', 'apps/api/src/testing/killed-soak.ts'], {
    ...{ TSX_TSCONFIG_PATH: 'apps/api/tsconfig.child.json', LOG_LEVEL: 'silent', DEMO: 'off', WEB_ROOT: '' },
    ...env,
  });
  const [, found] = /^(\{"soak":.*\})$/m.exec(said) ?? [];
  if (found !== undefined) table.push(JSON.parse(found).soak);
  return code === 0;
}

async function killedMariadb() {
  const mariadb = await obtainMariadb();
  if (!mariadb) {
    console.log('No MariaDB on this machine: only SQLite was tried.');
    return true;
  }
  const running = await startMariadb(mariadb);
  const killer = createServer((_request, response) => {
    running.crash().then(
      () => response.end(),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((listening) => killer.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = killer.address();
  const port = typeof address === 'object' ? address?.port : 0;
  try {
    return await killed({
      TEST_DATABASE: 'mysql',
      TEST_DATABASE_URL: running.url,
      KILL_DATABASE_URL: `http://127.0.0.1:${port}/`,
    });
  } finally {
    killer.close();
    await running.stop();
  }
}

const [, , only] = process.argv;
let isGood = true;
if (only !== 'honest') {
  isGood = (await killed({ TEST_DATABASE: 'sqlite' })) && isGood;
  isGood = (await killedMariadb()) && isGood;
}
if (only !== 'killed') isGood = (await honest()) && isGood;
if (table.length > 0) console.table(table);
process.exitCode = isGood ? 0 : 1;
