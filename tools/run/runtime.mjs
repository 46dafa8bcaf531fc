import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elapsed, PlainError } from './child.mjs';
import { runNpm } from './npm.mjs';

/** The first minor of our Node major that everything we use accepts (Angular 22 asks for ^24.15). */
const OLDEST_MINOR = 15;

/**
 * The runtime's packages with their checksums: an npm lock file of one dependency per platform. To renew it, after
 * changing `config.node` in package.json: put its `packages[""]` into an empty folder as package.json with the new
 * versions, run `npm install --package-lock-only` there and copy the package-lock.json back here.
 */
const RUNTIME_LOCK = fileURLToPath(new URL('./node-runtime.lock.json', import.meta.url));

/** Whether a running Node may run us. @param {string} version such as 24.21.0 @param {string} wanted ours */
export function suits(version, wanted) {
  const [major, minor] = version.split('.').map(Number);
  return major === Number(wanted.split('.')[0]) && (minor ?? 0) >= OLDEST_MINOR;
}

/**
 * The npm package that carries Node for a machine, if the lock names one.
 * @param {{ platform: string, arch: string }} machine @param {{ packages: Record<string, any> }} lock
 */
export function runtimePackage({ platform, arch }, lock) {
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  return `node_modules/${name}` in lock.packages ? name : undefined;
}

/** Our version of Node, from package.json; the runtime lock must carry the same. @param {string} root */
export function wantedNode(root) {
  return /** @type {string} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config.node);
}

/** The runtime lock as data. */
export function readRuntimeLock() {
  return JSON.parse(readFileSync(RUNTIME_LOCK, 'utf8'));
}

/**
 * The folder that holds a fitting `node`: the running one's, or one fetched once into the user's cache.
 * @param {string} root the project's folder
 */
export async function ensureRuntime(root) {
  const wanted = wantedNode(root);
  if (suits(process.versions.node, wanted)) return dirname(process.execPath);
  const cache = join(homedir(), '.cache', 'countersign');
  const home = join(cache, `node-${wanted}`);
  const node = process.platform === 'win32' ? join(home, 'bin', 'node.exe') : join(home, 'bin', 'node');
  if (!existsSync(node)) await fetchRuntime({ cache, home, wanted });
  return dirname(node);
}

/** @param {{ cache: string, home: string, wanted: string }} where */
async function fetchRuntime({ cache, home, wanted }) {
  const lock = readRuntimeLock();
  const name = runtimePackage(process, lock);
  const bringYourOwn = `Please install Node ${wanted} and try again.`;
  if (!name)
    throw new PlainError(`This is Node ${process.versions.node}, which is not ours. ${bringYourOwn}`);

  const startedAt = Date.now();
  console.log(`Fetching Node ${wanted} (this machine runs ${process.versions.node}) …`);
  mkdirSync(cache, { recursive: true });
  const parcel = mkdtempSync(join(cache, 'fetch-'));
  try {
    writeFileSync(join(parcel, 'package.json'), JSON.stringify(lock.packages['']));
    copyFileSync(RUNTIME_LOCK, join(parcel, 'package-lock.json'));
    const args = [
      'ci',
      '--prefix',
      parcel,
      '--ignore-scripts',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
    ];
    const code = await runNpm(process.execPath, args, {
      cwd: parcel,
      env: process.env,
      label: 'fetching Node',
    });
    const unpacked = join(parcel, 'node_modules', name);
    if (code !== 0 || !existsSync(unpacked)) {
      throw new PlainError(
        `npm could not fetch ${name} ${wanted}. Is its registry reachable? Or: ${bringYourOwn}`,
      );
    }
    const trial = spawnSync(join(unpacked, 'bin', 'node'), ['--version'], { encoding: 'utf8' });
    if (trial.stdout?.trim() !== `v${wanted}`) {
      throw new PlainError(`The Node that npm brings does not start on this system. ${bringYourOwn}`);
    }
    moveIntoPlace(unpacked, home);
  } finally {
    rmSync(parcel, { recursive: true, force: true });
  }
  console.log(`Node ${wanted} is in ${home} (${elapsed(startedAt)}).`);
}

/**
 * A whole runtime appears at once, or another run's whole one is already there.
 * @param {string} from @param {string} to
 */
function moveIntoPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, 'bin'))) throw error;
  }
}
