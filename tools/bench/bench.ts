import { Command } from 'commander';
import { runApiBenchmarks } from './api/command';
import { runDashboardBenchmark } from './dashboards';
import { runDomainBenchmarks } from './domain';
import { runTurnBenchmark } from './turns';
import { runVerifyBenchmark } from './verify';

const seconds = (word: string): number => Number(word);

const program = new Command('bench').description(
  'Benchmarks, as ratios and counts: seconds differ between machines.',
);
program
  .command('domain')
  .description('the rule book, each benchmark beside its budget')
  .action(async () => {
    process.exitCode = await runDomainBenchmarks();
  });
program
  .command('api')
  .description('a real server under load, beside the least that the bare database driver could do')
  .option('--before <checkout>', 'another checkout, built the same way and measured in the same run')
  .option('--on <database>', 'mysql, sqlite or both', 'both')
  .option('--mysql <address>', 'a MySQL or MariaDB server that nobody else uses; otherwise a throwaway one')
  .option('--seconds <number>', 'length of one load', seconds, 2)
  .option('--rounds <number>', 'times that each load is repeated; the middle one counts', seconds, 3)
  .action(runApiBenchmarks);
program
  .command('turns')
  .description('how long people wait for SQLite’s one connection while a follower catches up')
  .action(() => {
    process.exitCode = runTurnBenchmark();
  });
program
  .command('dashboards')
  .description(
    'the pages that count: beside the bare query, by number of fellows, and by size of the database',
  )
  .option(
    '--entries <numbers>',
    'sizes of the databases with one program’s pages, the smallest first',
    (words: string) => words.split(',').map(Number),
    [10_000, 100_000],
  )
  .option(
    '--database <address>',
    'a MySQL or MariaDB server, on which it makes databases of its own; otherwise SQLite',
  )
  .option('--seconds <number>', 'length of one measure', seconds, 0.5)
  .option('--rounds <number>', 'times that each is repeated; the middle one counts', seconds, 5)
  .action((options: Parameters<typeof runDashboardBenchmark>[0]) => {
    process.exitCode = runDashboardBenchmark(options);
  });
program
  .command('verify')
  .description('a long log verified, beside the bare hashes; live memory on the way')
  .option('--events <number>', 'length of the log', Number, 1_000_000)
  .action((options: { events: number }) => {
    process.exitCode = runVerifyBenchmark(options);
  });

void program.parseAsync();
