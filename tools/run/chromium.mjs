import { spawnSync } from 'node:child_process';
import { installPackages, mayInstallPackages } from './apt.mjs';
import { findExecutable, firstExecutable } from './executables.mjs';

/** How to get what is missing, in one line. */
export const HOW_TO_GET_CHROMIUM =
  'install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name a Chromium or Chrome in CHROMIUM_PATH';

const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium that starts: the one named in CHROMIUM_PATH, this machine's, Playwright's own, or installed by apt-get
 * where we may.
 * @param {NodeJS.ProcessEnv} env with our Node first on PATH
 * @returns {Promise<string | undefined>} its file
 */
export async function obtainChromium(env) {
  const named = env.CHROMIUM_PATH;
  if (named) return starts(named) ? named : undefined;
  const found = findChromium(env);
  if (found || !mayInstallPackages()) return found;
  return (await installPackages(['chromium'])) ? findChromium(env) : undefined;
}

/** @param {NodeJS.ProcessEnv} env */
function findChromium(env) {
  return [
    findExecutable('chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'),
    firstExecutable([...OTHER_PLACES, playwrightsOwn(env)]),
  ].find((file) => file !== undefined && starts(file));
}

/**
 * Where `playwright install chromium` puts its browser. Playwright runs on our Node only.
 * @param {NodeJS.ProcessEnv} env
 */
function playwrightsOwn(env) {
  const question = "require('@playwright/test').chromium.executablePath()";
  return spawnSync('node', ['--print', question], { env, encoding: 'utf8' }).stdout?.trim() ?? '';
}

/**
 * Ubuntu's packages of that name may be a mere pointer to a snap, so being there is not enough.
 * @param {string} file
 */
function starts(file) {
  if (process.platform === 'win32') return true; // Chrome for Windows answers no --version.
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
