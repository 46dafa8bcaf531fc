import { join } from 'node:path';
import { PlainError, run, runInPlace } from './child.mjs';

/**
 * Builds what has changed and runs the application until it is stopped. The application itself migrates its database,
 * makes the demo program on the first run and prints its address.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} words a command of the application, such as `wipe-demo`; none starts the server
 * @returns {Promise<number>} the application's exit code
 */
export async function start(env, words) {
  console.log('Building (about a minute the first time; unchanged parts are taken from the cache) …');
  const args = [
    'run-many',
    '-t',
    'build',
    '-p',
    'api,web',
    '--parallel=2',
    '--output-style=static-failures-only',
  ];
  const code = await run('nx', args, { env, label: 'building' });
  if (code !== 0) throw new PlainError('The build failed; the reason is above.');
  // The rest of its settings has defaults that fit the project's folder, where we are.
  return await runInPlace('node', [join('dist', 'apps', 'api', 'main.js'), ...words], {
    NODE_ENV: 'production',
    ...env,
  });
}
