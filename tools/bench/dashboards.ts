import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = resolve(__dirname, '..', '..');
const API = resolve(ROOT, 'apps', 'api');

/** What the command line says. */
interface DashboardWords {
  readonly entries: readonly number[];
  readonly database?: string;
  readonly seconds: number;
  readonly rounds: number;
}

/**
 * Measures the pages that count, in a process of their own; answers the exit code. It runs code as the product is built: what
 * runs TypeScript as it stands names every function anew whenever it is made, which these pages would pay for.
 */
export function runDashboardBenchmark({ database, ...options }: DashboardWords): number {
  const outfile = resolve(ROOT, 'dist', 'bench', 'dashboards.cjs');
  buildSync({
    entryPoints: [`${API}/src/testing/dashboard-bench.ts`],
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', target: 'es2022', packages: 'external' },
    tsconfig: `${API}/tsconfig.child.json`,
  });
  const on =
    database === undefined
      ? { TEST_DATABASE: 'sqlite' }
      : { TEST_DATABASE: 'mysql', TEST_DATABASE_URL: database };
  const env = { ...process.env, ...on };
  return (
    spawnSync(process.execPath, [outfile, JSON.stringify(options)], { stdio: 'inherit', env }).status ?? 1
  );
}
