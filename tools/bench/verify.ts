import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const API = resolve(__dirname, '..', '..', 'apps', 'api');

/** Makes a log of so many events and verifies it, in a process that knows the API's decorators; answers the exit code. */
export function runVerifyBenchmark({ events }: { readonly events: number }): number {
  const config = `${API}/tsconfig.child.json`;
  const bench = `${API}/src/testing/verify-bench.ts`;
  const words = ['--expose-gc', '--import', 'tsx', bench, String(events)];
  const env = { ...process.env, TSX_TSCONFIG_PATH: config };
  return spawnSync(process.execPath, words, { stdio: 'inherit', env }).status ?? 1;
}
