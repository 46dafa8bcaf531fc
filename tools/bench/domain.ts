import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import type { Benchmark } from './benchmark';

/** What every exported function of the `*.bench.ts` files of this folder lists. */
async function listed(): Promise<Benchmark[]> {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.bench.ts'));
  const found: Benchmark[] = [];
  for (const file of files.sort()) {
    const exported: Record<string, unknown> = await import(join(__dirname, file));
    for (const [name, list] of Object.entries(exported)) {
      if (typeof list === 'function' && name.endsWith('Benchmarks')) found.push(...(list() as Benchmark[]));
    }
  }
  return found;
}

/** The median in milliseconds over about half a second of runs. */
async function median(benchmark: Benchmark): Promise<number> {
  const bench = new Bench({ time: 500, iterations: 10, warmupIterations: 3, warmupTime: 50, throws: true });
  bench.add(benchmark.name, benchmark.run);
  const [task] = await bench.run();
  const result = task?.result;
  if (result === undefined || !('latency' in result)) throw new Error(`${benchmark.name} gave no result`);
  return result.latency.p50;
}

/** Measures the rule book and prints each median, its budget and their ratio; answers 1 if a budget is passed. */
export async function runDomainBenchmarks(): Promise<number> {
  let passed = 0;
  for (const benchmark of await listed()) {
    const ms = await median(benchmark);
    const ratio = ms / benchmark.budgetMs;
    if (ratio > 1) passed += 1;
    const figures = `${ms.toFixed(3)} ms median, ${ratio.toFixed(3)} of the budget of ${benchmark.budgetMs} ms`;
    console.log(`${ratio > 1 ? 'SLOW' : 'ok  '} ${benchmark.name}: ${figures}`);
  }
  return passed === 0 ? 0 : 1;
}
