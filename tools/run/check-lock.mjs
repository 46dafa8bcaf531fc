import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRuntimeLock, wantedNode } from './runtime.mjs';

/**
 * Checks package-lock.json for what would break `npm ci` on another machine: an address that only its writer reaches,
 * a platform's package that was not to be had when it was written, a package without a checksum, and packages that
 * nothing asks for.
 */

/**
 * @typedef {object} Entry
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {boolean} [link]
 * @property {boolean} [inBundle]
 * @property {boolean} [extraneous]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * What is wrong with a lock, one line each.
 * @param {{ packages: Record<string, Entry> }} lock
 */
export function lockFaults(lock) {
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (path === '') return missingOptional(path, entry, lock);
    return [
      ...(entry.resolved?.includes('://') ? [`${path} names the address it came from`] : []),
      ...(entry.extraneous ? [`${path} is asked for by nothing`] : []),
      ...(entry.integrity || entry.link || entry.inBundle ? [] : [`${path} has no checksum`]),
      ...missingOptional(path, entry, lock),
    ];
  });
}

/** @param {string} path @param {Entry} entry @param {{ packages: Record<string, Entry> }} lock */
function missingOptional(path, entry, lock) {
  return Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isResolved(path, name, lock))
    .map((name) => `${name}, an optional package of ${path || 'the project'}, is missing`);
}

/**
 * Whether Node's look-up from a package's folder upwards finds a package.
 * @param {string} from @param {string} name @param {{ packages: Record<string, Entry> }} lock
 */
function isResolved(from, name, lock) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

/** @param {string} root the project's folder */
function faultsOf(root) {
  const runtimeLock = readRuntimeLock();
  const runtimeVersion = runtimeLock.packages[''].version;
  const wanted = wantedNode(root);
  return [
    ...lockFaults(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).map(
      (fault) => `package-lock.json: ${fault}`,
    ),
    ...lockFaults(runtimeLock).map((fault) => `node-runtime.lock.json: ${fault}`),
    ...(runtimeVersion === wanted
      ? []
      : [`node-runtime.lock.json carries Node ${runtimeVersion}, package.json asks for ${wanted}`]),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = faultsOf(fileURLToPath(new URL('../../', import.meta.url)));
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'The lock is complete.' : `${faults.length} faults in the lock.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
