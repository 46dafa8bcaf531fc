import { execFileSync, spawn } from 'node:child_process';
import { join, parse } from 'node:path';
import { madeOnce } from './made-once';

const MAIN = join(__dirname, '..', 'main.ts');
/** Machine code, which cannot be part of a bundle. */
const APART = ['better-sqlite3', '@node-rs/argon2'];
const MODULES = join(__dirname, '..', '..', '..', '..', 'node_modules');
const TSCONFIG = join(__dirname, '..', '..', 'tsconfig.child.json');
type Environment = Readonly<Record<string, string>>;

/** Longer than any start takes; a process that hangs is ended then, and its code is null. */
const PATIENCE_MS = 90_000;

/** How a process ended and what it said. */
export interface Ended {
  /** Null when it was killed: by the test, or because it did not end by itself. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The server's command line in a process of its own. */
export interface Child {
  readonly ended: Promise<Ended>;
  /** Waits until it says this on its output, or ends. */
  says(text: string): Promise<void>;
  /** Writes a line on its input. */
  tell(line: string): void;
  kill(signal: NodeJS.Signals): void;
}

/** Bundles `main.ts`; answers how it is started as `npm start` would, with words and an environment of its own. */
export async function mainInChildren(): Promise<(words: readonly string[], env: Environment) => Child> {
  const folder = await madeOnce('main', (empty) => {
    bundled(MAIN, empty);
    return Promise.resolve();
  });
  return (words, env) => startNode([join(folder, 'main.cjs'), ...words], env);
}

/**
 * Bundles a TypeScript file of this app into one file of JavaScript, for a process that is started several times: to
 * compile it anew takes longer than all that it does.
 * @param packages whether they stay where they are, or are bundled too, so that they need not be looked up file by file;
 *   what is loaded only where it is installed, as Nest does, cannot be
 * @returns the arguments with which Node runs it
 */
export function bundled(
  file: string,
  folder: string,
  packages: 'apart' | 'inside' = 'apart',
): readonly string[] {
  const outfile = join(folder, `${parse(file).name}.cjs`);
  const esbuild = require.resolve('esbuild/bin/esbuild');
  const options = [`--outfile=${outfile}`, '--bundle', '--platform=node', `--tsconfig=${TSCONFIG}`];
  const outside = packages === 'apart' ? ['--packages=external'] : APART.map((name) => `--external:${name}`);
  execFileSync(esbuild, [file, ...options, ...outside], { stdio: 'pipe' });
  return [outfile];
}

/** Starts Node with these arguments, in this environment only; what hangs is ended after `patienceMs`. */
export function startNode(args: readonly string[], env: Environment, patienceMs = PATIENCE_MS): Child {
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_PATH: MODULES,
      DEMO: 'off',
      WEB_ROOT: '',
      LOG_LEVEL: 'silent',
      PORT: '0',
      ...env,
    },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (said.err += String(chunk)));
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...said });
    });
  });
  return {
    ended,
    says: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (said.out.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        void ended.then(() => resolve());
        look();
      }),
    tell: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal) => void child.kill(signal),
  };
}
