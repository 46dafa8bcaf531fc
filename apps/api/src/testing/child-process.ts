import { execFileSync, spawn } from 'node:child_process';
import { join, parse } from 'node:path';

const MAIN = join(__dirname, '..', 'main.ts');
const MODULES = join(__dirname, '..', '..', '..', '..', 'node_modules');
const TSCONFIG = join(__dirname, '..', '..', 'tsconfig.child.json');
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

/** Starts `main.ts` as `npm start` would, with these words and this environment only. */
export function startChild(words: readonly string[], env: Readonly<Record<string, string>>): Child {
  return startNode(['--import', 'tsx', MAIN, ...words], env);
}

/**
 * Bundles a TypeScript file of this app into one file of JavaScript, for a process that is started many times.
 * @returns the arguments with which Node runs it
 */
export function bundled(file: string, folder: string): readonly string[] {
  const outfile = join(folder, `${parse(file).name}.cjs`);
  const options = ['--bundle', '--platform=node', '--packages=external', `--tsconfig=${TSCONFIG}`];
  const esbuild = require.resolve('esbuild/bin/esbuild');
  execFileSync(esbuild, [file, `--outfile=${outfile}`, ...options], { stdio: 'pipe' });
  return [outfile];
}

/** Starts Node with these arguments, in this environment only; what hangs is ended after `patienceMs`. */
export function startNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  patienceMs = PATIENCE_MS,
): Child {
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      TSX_TSCONFIG_PATH: TSCONFIG,
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
