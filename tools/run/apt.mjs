import { existsSync } from 'node:fs';
import { run } from './child.mjs';

/** Whether we may install system packages: root on Debian, Ubuntu or another system with apt-get. */
export function mayInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @type {Promise<number> | undefined} */
let listsRefreshed;

/**
 * Installs system packages, visibly.
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const label = `installing ${packages.join(', ')}`;
  console.log(`   Installing ${packages.join(', ')} by apt-get …`);
  listsRefreshed ??= run('apt-get', ['update', '-q'], { env, label: 'apt-get update' });
  if ((await listsRefreshed) !== 0)
    console.log('   apt-get update failed: trying with the lists that are there.');
  // Another installation may be under way, on a fresh machine above all.
  const options = ['-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300'];
  const args = ['install', '-y', '-q', '--no-install-recommends', ...options, ...packages];
  return (await run('apt-get', args, { env, label })) === 0;
}
