import { basename } from 'node:path';
import { run } from './child.mjs';

/**
 * Runs the npm that called us, or the one on PATH when we were called without npm.
 * @param {string} node the Node that npm runs on
 * @param {readonly string[]} args @param {import('./child.mjs').RunOptions} options
 */
export async function runNpm(node, args, options) {
  const script = process.env.npm_execpath;
  return script && basename(script) === 'npm-cli.js'
    ? await run(node, [script, ...args], options)
    : await run('npm', args, options);
}
