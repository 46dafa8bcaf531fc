import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Reading } from '../db/context';
import { inTransaction } from '../db/transaction';
import type { CrowdPage } from './crowd-pages';
import { dialect } from './test-database';

/** What one run of some work takes. */
export interface Cost {
  /** Processor time of this process, its own and the system's for it. SQLite works in it, MySQL and MariaDB do not. */
  readonly processorMs: number;
  readonly ms: number;
}

/** Something to measure. */
export interface Case {
  readonly name: string;
  readonly work: () => Promise<unknown>;
  /** Done before each run and not counted. */
  readonly before?: () => Promise<unknown>;
}

/** Fewest runs of a measure, however slow they are. */
const FEWEST = 3;

/** Measures every case in every round, after a first look at each; of the rounds the middle one counts. */
export async function measured(
  cases: readonly Case[],
  { seconds, rounds }: { readonly seconds: number; readonly rounds: number },
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, Cost>> {
  const seen = new Map<string, Cost[]>();
  for (const one of cases) await measure(one, seconds);
  for (let round = 1; round <= rounds; round += 1)
    for (const one of cases) {
      const cost = await measure(one, seconds);
      seen.set(one.name, [...(seen.get(one.name) ?? []), cost]);
      tell(
        `round ${round}, ${one.name}: ${cost.processorMs.toFixed(1)} ms of processor, ${cost.ms.toFixed(1)} ms`,
      );
    }
  return new Map(
    [...seen].map(([name, costs]) => {
      const of = (by: keyof Cost) => middle(costs.map((cost) => cost[by]));
      return [name, { processorMs: of('processorMs'), ms: of('ms') }];
    }),
  );
}

async function measure({ work, before }: Case, seconds: number): Promise<Cost> {
  const until = performance.now() + seconds * 1000;
  const [processor, elapsed]: [number[], number[]] = [[], []];
  // What another program pushed out of memory meanwhile is read again here.
  if (!before) await work();
  while (elapsed.length < FEWEST || performance.now() < until) {
    await before?.();
    const from = process.cpuUsage();
    const started = performance.now();
    await work();
    elapsed.push(performance.now() - started);
    const { user, system } = process.cpuUsage(from);
    processor.push((user + system) / 1000);
  }
  // Collecting garbage is part of the work, so that of processor time the mean is taken; who else waits for the machine is not.
  return { processorMs: processor.reduce((sum, ms) => sum + ms, 0) / processor.length, ms: middle(elapsed) };
}

/** How many rows MySQL or MariaDB looked at for a page, by its own count; NaN on SQLite, which has none. */
export async function rowsRead(
  app: INestApplicationContext,
  { run, actor, now }: CrowdPage,
): Promise<number> {
  if (dialect !== 'mysql') return NaN;
  return inTransaction(app.get(DataSource), 'read', async (manager) => {
    const soFar = async (): Promise<number> => {
      const status = await manager.query<{ Value: string }[]>("SHOW SESSION STATUS LIKE 'Handler_read%'");
      return status.reduce((sum, { Value }) => sum + Number(Value), 0);
    };
    const before = await soFar();
    await run(new Reading(manager, actor, now));
    return (await soFar()) - before;
  });
}

function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor((figures.length - 1) / 2)] ?? NaN;
}
