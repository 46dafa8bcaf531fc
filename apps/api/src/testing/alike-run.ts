import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { AlikeRun } from './alike';

/* Writes what a seed draws and this database answers into a file: SEED STEPS FILE. */

const [, , seed = '1', steps = '10', file = ''] = process.argv;
AlikeRun.lines(Number(seed), Number(steps)).then(
  (lines) => {
    writeFileSync(file, lines.join('\n'));
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
