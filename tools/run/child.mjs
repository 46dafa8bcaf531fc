import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A failure its reader can act on: shown as plain text, without a stack. */
export class PlainError extends Error {}

/** A stop signal reached us and our children have ended: clean up and leave with the shell's exit code for it. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} env the whole environment of the child
 * @property {string} [cwd]
 * @property {string} [label] named every HEARTBEAT_MS, so that a long silence is never a mystery
 * @property {number} [timeoutMs] after this the child and all it started are ended; the code is then 124
 */

const HEARTBEAT_MS = 30_000;
const GRACE_MS = 10_000;
const PARENT_CHECK_MS = 500;
/** One Ctrl-C may reach us twice, from the terminal and from npm. */
const ECHO_MS = 1_000;
const WINDOWS = process.platform === 'win32';

/** @typedef {{ child: import('node:child_process').ChildProcess, ownGroup: boolean }} Running */
/** @type {Set<Running>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let stopSignal;
/** @type {number | undefined} */
let stoppedAt;

/** Passes stop signals on to the children; a second one ends them at once. Nothing leaves before they have. */
export function passStopSignalsOn() {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stop(signal));
  }
  if (process.env.npm_lifecycle_event) stopWithParent();
}

/** The shell that npm puts between itself and us dies of a signal to npm without telling us. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    if (!stopSignal) stop('SIGTERM');
  }, PARENT_CHECK_MS);
  watch.unref();
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  const now = Date.now();
  if (stoppedAt !== undefined && now - stoppedAt < ECHO_MS) return;
  const again = stoppedAt !== undefined;
  stoppedAt ??= now;
  stopSignal ??= signal;
  for (const each of running) {
    // A terminal's Ctrl-C has already reached the children of our own process group.
    const alreadyTold = signal === 'SIGINT' && !each.ownGroup && process.stdin.isTTY;
    if (again) sendSignal(each, 'SIGKILL');
    else if (!alreadyTold) sendSignal(each, signal);
  }
}

/** Ends the wait of whoever asks once a stop signal has come. */
export function throwIfStopped() {
  if (stopSignal) throw new Interrupted(stopSignal);
}

/** Waits until a stop signal comes. */
export async function untilStopped() {
  while (!stopSignal) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** @param {Running} each @param {NodeJS.Signals} signal */
function sendSignal({ child, ownGroup }, signal) {
  if (child.pid === undefined) return;
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * Runs a command to its end in a process group of its own, with our output and no input.
 * @param {string} command @param {readonly string[]} args @param {RunOptions} options
 * @returns {Promise<number>} its exit code
 */
export async function run(command, args, { env, cwd, label, timeoutMs }) {
  throwIfStopped();
  const startedAt = Date.now();
  const heartbeat = setInterval(() => {
    if (label) console.log(`   … ${label}: ${elapsed(startedAt)}`);
  }, HEARTBEAT_MS);
  const child = spawn(command, args, {
    env,
    ...(cwd && { cwd }),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !WINDOWS,
    shell: WINDOWS,
  });
  try {
    const code = await ended(command, { child, ownGroup: !WINDOWS }, timeoutMs);
    throwIfStopped();
    return code;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * Runs a command to its end as if it had been called in our place: same terminal, input and process group. A stop
 * signal is the command's affair: its exit code is ours.
 * @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export async function runInPlace(command, args, env) {
  throwIfStopped();
  const child = spawn(command, args, { env, stdio: 'inherit', shell: WINDOWS });
  return await ended(command, { child, ownGroup: false });
}

/**
 * @param {string} command @param {Running} each
 * @param {number} [timeoutMs]
 */
async function ended(command, each, timeoutMs) {
  running.add(each);
  /** @type {NodeJS.Timeout[]} */
  const timers = [];
  let timedOut = false;
  if (timeoutMs !== undefined) {
    timers.push(
      setTimeout(() => {
        timedOut = true;
        console.log(`   ${command} did not finish in ${Math.round(timeoutMs / 60_000)} minutes: ended.`);
        sendSignal(each, 'SIGTERM');
        timers.push(setTimeout(() => sendSignal(each, 'SIGKILL'), GRACE_MS));
      }, timeoutMs),
    );
  }
  try {
    const code = await new Promise((resolve) => {
      each.child.once('error', (error) => {
        console.error(`   ${command} could not be started: ${error.message}`);
        resolve(127);
      });
      each.child.once('exit', (exitCode, signal) => {
        resolve(exitCode ?? 128 + constants.signals[signal ?? 'SIGKILL']);
      });
    });
    return timedOut ? 124 : code;
  } finally {
    running.delete(each);
    for (const timer of timers) clearTimeout(timer);
  }
}

/** How long ago, in words: `4.2 s`, `3 min 07 s`. @param {number} startedAt */
export function elapsed(startedAt) {
  const seconds = (Date.now() - startedAt) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
