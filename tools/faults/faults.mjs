import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { obtainMariadb, startMariadb } from '../run/mariadb.mjs';
import { smallDisk } from './small-disk.mjs';
import { run } from './trial.mjs';

/*
 * `npm run faults`: the trials of a bad night at length, on SQLite and MariaDB, and a table of what was seen. Each is in
 * `npm test` in a short form. `npm run faults -- NAME …` runs some of them; FAULT_KILLS, FAULT_CLIENTS, FAULT_ACTS and
 * FUZZ_CASES say how much.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {import('./trial.mjs').Outcome} Outcome */
/** @typedef {Record<string, string>} Env */

/** @param {string[]} paths specs, by a part of their path @param {Env} env @returns {Promise<Outcome>} */
const specs = (paths, env) => {
  const jest = ['node_modules/jest/bin/jest.js', '-c', 'apps/api/jest.api.config.cts', ...paths];
  return run([...jest, '--runInBand', '--forceExit'], ROOT, {
    ...{ FAULTS: 'long', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
    ...env,
  });
};

/** @param {Env} env @returns {Promise<Outcome>} */
const killed = (env) =>
  run(['--import', 'tsx', 'apps/api/src/testing/killed-trial.ts'], ROOT, {
    ...{ FAULTS: 'long', TSX_TSCONFIG_PATH: 'apps/api/tsconfig.child.json' },
    ...{ LOG_LEVEL: 'silent', DEMO: 'off', WEB_ROOT: '', ...env },
  });

/**
 * Kills MariaDB when it is asked to.
 * @param {import('../run/mariadb.mjs').RunningMariadb} running @param {(address: string) => Promise<Outcome>} work
 */
async function withKiller(running, work) {
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
    return await work(`http://127.0.0.1:${port}/`);
  } finally {
    killer.close();
  }
}

/** The races of accounts. */
const accounts = ['accounts/accounts', 'accounts/second-factor', 'accounts/passkeys'];

/** A user who may do all that tests do, and is bound by read_only. */
const USER = 'tests';

/**
 * A database on a small disk, made read-only, full, and still.
 * @param {import('../run/mariadb.mjs').Mariadb | undefined} mariadb to be tried; otherwise SQLite
 * @returns {Promise<Outcome>}
 */
async function ailing(mariadb) {
  const disk = smallDisk(mariadb ? 320 : 64);
  if (!disk) console.log('A small disk may not be mounted here: a full one was not tried.');
  const full = disk ? { FAULT_DISK: disk.folder } : {};
  try {
    if (!mariadb)
      return await specs(['ailing-database'], {
        ...{ TEST_DATABASE: 'sqlite', ...full },
        ...(disk ? { TEST_DISK: disk.folder } : {}),
      });
    const running = await startMariadb(mariadb, disk?.folder);
    try {
      const { createConnection } = await import('mysql2/promise');
      const root = await createConnection(running.url);
      await root.query(`CREATE USER '${USER}'@'%' IDENTIFIED BY '${USER}'`);
      await root.query(`GRANT ALL ON \`countersign\\_%\`.* TO '${USER}'@'%'`);
      await root.end();
      return await specs(['ailing-database'], {
        ...{ TEST_DATABASE: 'mysql', TEST_DATABASE_URL: running.url.replace('root@', `${USER}:${USER}@`) },
        ...{ FAULT_ADMIN_URL: running.url, FAULT_PID: String(running.pid), ...full },
      });
    } finally {
      await running.stop();
    }
  } finally {
    disk?.remove();
  }
}

const found = await obtainMariadb();
if (!found) console.log('No MariaDB on this machine: only SQLite is tried.');
const shared = found ? await startMariadb(found) : undefined;
const onSqlite = { TEST_DATABASE: 'sqlite' };
/** @type {Env | undefined} */
const onMariadb = shared && { TEST_DATABASE: 'mysql', TEST_DATABASE_URL: shared.url };

/** @param {(env: Env) => Promise<Outcome>} trial */
const onBoth = (trial) => [() => trial(onSqlite), ...(onMariadb ? [() => trial(onMariadb)] : [])];

/** @type {Record<string, (() => Promise<Outcome>)[]>} */
const trials = {
  kills: [
    () => killed(onSqlite),
    ...(shared && onMariadb
      ? [() => withKiller(shared, (address) => killed({ ...onMariadb, KILL_DATABASE_URL: address }))]
      : []),
  ],
  hostile: onBoth((env) => specs(['faults/hostile-clients'], env)),
  restart: onBoth((env) => specs(['faults/rolling-restart'], env)),
  clock: onBoth((env) => specs(['faults/clock-set-back'], env)),
  ailing: [() => ailing(undefined), ...(found ? [() => ailing(found)] : [])],
  races: onBoth((env) => specs([...accounts, 'members/members', 'signatures/passkey-signatures'], env)),
  mails: onBoth((env) => specs(['faults/killed-postmen'], env)),
  alike: onBoth((env) => specs(['faults/alike'], env)),
  migrations: onBoth((env) => specs(['cut-migrations'], env)),
  fuzz: onBoth((env) => specs(['platform/fuzz'], { FUZZ_CASES: process.env['FUZZ_CASES'] ?? '500', ...env })),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in trials));
let isGood = unknown === undefined;
if (unknown !== undefined) console.error(`There is no trial ${unknown}: ${Object.keys(trials).join(', ')}.`);
/** @type {Record<string, string | number>[]} */
const table = [];
for (const name of unknown === undefined ? (asked.length > 0 ? asked : Object.keys(trials)) : [])
  for (const trial of trials[name] ?? []) {
    const { code, rows, seconds } = await trial();
    isGood &&= code === 0;
    const outcome = code === 0 ? 'held' : 'FAILED';
    for (const { trial: what, ...figures } of rows.length > 0 ? rows : [{ trial: name }])
      table.push({ trial: what ?? name, outcome, seconds, ...figures });
  }
await shared?.stop();
for (const { trial, outcome, seconds, ...figures } of table) {
  const seen = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`);
  console.log(`${outcome}  ${trial} (${seconds} s): ${seen.join(', ')}`);
}
process.exitCode = isGood ? 0 : 1;
