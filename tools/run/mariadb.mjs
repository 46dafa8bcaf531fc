import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { installPackages, mayInstallPackages } from './apt.mjs';
import { PlainError, throwIfStopped } from './child.mjs';
import { findExecutable } from './executables.mjs';

const READY_MS = 60_000;
const STOP_MS = 20_000;
const ATTEMPTS = 3;

/** MySQL 8's default, which is stricter than MariaDB's own: what passes here passes on both. */
const SQL_MODE =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

/** How to get what is missing, in one line. */
export const HOW_TO_GET_MARIADB =
  'install MariaDB 10.11 or later (Debian, Ubuntu: apt-get install mariadb-server), or name a server in TEST_DATABASE_URL (mysql://user:password@host:port/)';

/** @typedef {{ server: string, installer: string }} Mariadb the two programs of an installed MariaDB */
/**
 * @typedef {object} RunningMariadb
 * @property {string} url
 * @property {number} pid
 * @property {() => Promise<void>} crash ends it with SIGKILL, as a lost machine would, and starts it on the same data and port
 * @property {() => Promise<void>} stop
 */

/** The MariaDB of this machine, installed by apt-get where we may. @returns {Promise<Mariadb | undefined>} */
export async function obtainMariadb() {
  const found = findMariadb();
  if (found || !mayInstallPackages()) return found;
  // The two core packages are the bare programs: no system service, no port 3306.
  const installed =
    (await installPackages(['mariadb-server-core', 'mariadb-client-core'])) ||
    (await installPackages(['mariadb-server']));
  return installed ? findMariadb() : undefined;
}

/** @returns {Mariadb | undefined} */
function findMariadb() {
  const server = findExecutable('mariadbd', 'mysqld');
  const installer = findExecutable('mariadb-install-db', 'mysql_install_db');
  if (!server || !installer) return undefined;
  const version = spawnSync(server, ['--no-defaults', '--version'], { encoding: 'utf8' });
  return /MariaDB/i.test(version.stdout ?? '') ? { server, installer } : undefined;
}

/**
 * Starts a throwaway server: its data in a temporary folder, on a free port of this machine only, root without a
 * password. `stop` ends it by its process id and removes the folder; should we leave without calling it, the same
 * happens on exit.
 * @param {Mariadb} mariadb @param {string} [scratch] where temporary folders are made
 * @returns {Promise<RunningMariadb>}
 */
export async function startMariadb(mariadb, scratch = tmpdir()) {
  const folder = mkdtempSync(join(scratch, 'countersign-mariadb-'));
  try {
    await createData(mariadb.installer, folder);
    for (let attempt = 1; ; attempt++) {
      // Between asking for a free port and using it another program may take it.
      const port = await freePort();
      const child = spawnServer(mariadb.server, { folder, port });
      if (await isReady(child, port)) return handle(mariadb.server, child, { folder, port });
      await end(child);
      if (attempt === ATTEMPTS) throw new PlainError(`MariaDB did not start:\n${logTail(folder)}`);
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** As root the programs want to be told so; anybody else may only be themselves. */
function asUser() {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

/** @param {string} installer @param {string} folder */
async function createData(installer, folder) {
  const args = [
    '--no-defaults',
    ...asUser(),
    `--datadir=${join(folder, 'data')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    '--innodb-log-file-size=8M',
  ];
  try {
    await promisify(execFile)(installer, args);
  } catch (error) {
    throwIfStopped();
    const {
      message,
      stdout = '',
      stderr = '',
    } = /** @type {import('node:child_process').ExecFileException} */ (error);
    throw new PlainError(`MariaDB's data folder could not be made:\n${stdout}${stderr || message}`);
  }
}

/** @param {string} server @param {{ folder: string, port: number }} where */
function spawnServer(server, { folder, port }) {
  const args = [
    '--no-defaults',
    ...asUser(),
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--log-error=${join(folder, 'log')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--default-time-zone=+00:00',
    `--sql-mode=${SQL_MODE}`,
    '--innodb-log-file-size=8M',
    '--innodb-flush-log-at-trx-commit=1',
    '--sync-binlog=1',
  ];
  return spawn(server, args, { stdio: 'ignore' });
}

/** @returns {Promise<number>} a port nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * Waits until the server greets; false if it ends or stays silent.
 * @param {import('node:child_process').ChildProcess} child @param {number} port
 */
async function isReady(child, port) {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    if (await greets(port)) return true;
    await sleep(50);
  }
  return false;
}

/** Whether a server on this port sends its greeting. @param {number} port @returns {Promise<boolean>} */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    /** @param {boolean} answer */
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('data', () => settle(true));
  });
}

/**
 * @param {string} server @param {import('node:child_process').ChildProcess} first
 * @param {{ folder: string, port: number }} where @returns {RunningMariadb}
 */
function handle(server, first, { folder, port }) {
  let child = first;
  const onExit = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', onExit);
  return {
    url: `mysql://root@127.0.0.1:${port}/`,
    get pid() {
      return child.pid ?? 0;
    },
    crash: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      child = spawnServer(server, { folder, port });
      if (!(await isReady(child, port)))
        throw new PlainError(`MariaDB did not start again:\n${logTail(folder)}`);
    },
    stop: async () => {
      await end(child);
      process.off('exit', onExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  const deadline = Date.now() + STOP_MS;
  child.kill('SIGTERM');
  while (child.exitCode === null && child.signalCode === null) {
    if (Date.now() > deadline) child.kill('SIGKILL');
    await sleep(20);
  }
}

/** @param {string} folder */
function logTail(folder) {
  try {
    return readFileSync(join(folder, 'log'), 'utf8').split('\n').slice(-15).join('\n');
  } catch {
    return 'It left no log.';
  }
}
