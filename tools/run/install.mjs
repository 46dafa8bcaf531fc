import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elapsed, PlainError } from './child.mjs';
import { runNpm } from './npm.mjs';

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [extraneous]
 */
/** @typedef {{ packages: Record<string, LockEntry> }} Lock */

/**
 * Whether what npm says it installed is what the lock asks for: nothing missing but packages that may be (those of
 * other platforms), nothing in another version, nothing more.
 * @param {Lock} lock package-lock.json @param {Lock} installed node_modules/.package-lock.json
 */
export function isInstalled(lock, installed) {
  const asked = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.extraneous);
  const there = Object.entries(installed.packages).filter(([, entry]) => !entry.extraneous);
  return (
    asked.every(([path, entry]) => {
      const found = installed.packages[path];
      return found
        ? found.version === entry.version && found.integrity === entry.integrity
        : mayBeAbsent(entry);
    }) && there.every(([path]) => path in lock.packages)
  );
}

/** A package for another platform is in the lock and not on the disk. @param {LockEntry} entry */
function mayBeAbsent(entry) {
  return entry.optional === true || entry.devOptional === true;
}

/**
 * Installs the dependencies if they are not those of the lock.
 * @param {string} root the project's folder @param {NodeJS.ProcessEnv} env with our Node first on PATH
 */
export async function ensureDependencies(root, env) {
  if (isUpToDate(root)) return;
  const startedAt = Date.now();
  console.log('Installing the dependencies (one to three minutes) …');
  // What to include is said aloud because NODE_ENV=production or an `omit` in the user's npm settings would leave the
  // build tools out; npm's warnings about other people's packages are no help to who only wants to start.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, env, label: 'installing' };
  let code = await runNpm('node', args, options);
  if (code !== 0) {
    console.log('npm ci failed: trying once more …');
    code = await runNpm('node', args, options);
  }
  if (code !== 0) {
    throw new PlainError(
      'The dependencies could not be installed; the reason is above. ' +
        'If it names the network, check that npm reaches its registry and start again. ' +
        'If it names package-lock.json, that file does not fit package.json: restore both from version control.',
    );
  }
  console.log(`Installed in ${elapsed(startedAt)}.`);
}

/** @param {string} root */
function isUpToDate(root) {
  // npm writes this file last, so an installation that was cut short has none.
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && isInstalled(readLock(join(root, 'package-lock.json')), readLock(installed));
}

/** @param {string} file @returns {Lock} */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
