import { spawn } from 'node:child_process';

/**
 * @typedef {object} Outcome
 * @property {number | null} code 0 where the trial held
 * @property {Record<string, string | number>[]} rows what it saw, as it said in lines of JSON
 * @property {number} seconds
 */

/**
 * Runs a program of this project; what it says goes on, and its rows are kept.
 * @param {readonly string[]} words @param {string} cwd @param {Record<string, string>} env @returns {Promise<Outcome>}
 */
export function run(words, cwd, env) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      process.stdout.write(chunk);
    });
    child.once('close', (code) =>
      resolve({ code, rows: rowsIn(said), seconds: Math.round((performance.now() - started) / 1000) }),
    );
  });
}

/** The rows among what a trial said. @param {string} said @returns {Record<string, string | number>[]} */
export function rowsIn(said) {
  return [...said.matchAll(/^(\{"fault":\{.*\}\})$/gm)].map(([, line = '{}']) => JSON.parse(line).fault);
}
