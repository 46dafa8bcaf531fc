import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const API = resolve(__dirname, '..', '..', 'apps', 'api');

/** What the command line says. */
interface DashboardWords {
  readonly entries: readonly number[];
  readonly database?: string;
  readonly seconds: number;
  readonly rounds: number;
}

/** Measures the pages that count, in a process that knows the API's decorators; answers the exit code. */
export function runDashboardBenchmark({ database, ...options }: DashboardWords): number {
  const config = `${API}/tsconfig.child.json`;
  const on =
    database === undefined
      ? { TEST_DATABASE: 'sqlite' }
      : { TEST_DATABASE: 'mysql', TEST_DATABASE_URL: database };
  const words = ['--import', 'tsx', `${API}/src/testing/dashboard-bench.ts`, JSON.stringify(options)];
  const env = { ...process.env, ...on, TSX_TSCONFIG_PATH: config };
  return spawnSync(process.execPath, words, { stdio: 'inherit', env }).status ?? 1;
}
