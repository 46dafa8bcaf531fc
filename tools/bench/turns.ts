import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const API = resolve(__dirname, '..', '..', 'apps', 'api');

/** Runs the API's own benchmark in a process that knows its decorators; answers the exit code. */
export function runTurnBenchmark(): number {
  const config = `${API}/tsconfig.child.json`;
  const bench = `${API}/src/testing/turn-bench.ts`;
  return spawnSync('npx', ['tsx', '--tsconfig', config, bench], { stdio: 'inherit' }).status ?? 1;
}
