import 'reflect-metadata';
import { runCommand } from '../command';
import { faultRow } from './fault-row';
import { killedHistory } from './killed-history';
import { runAndKill } from './killed-server';
import { dialect, environmentOf } from './test-database';

/*
 * The history checker at length, on the database that TEST_DATABASE names: a trial of `npm run faults`. Who asks at
 * KILL_DATABASE_URL has the database killed with -9 and started again.
 */

const address = process.env['KILL_DATABASE_URL'];
const killDatabase = async (): Promise<void> => {
  const reply = await fetch(address ?? '', { method: 'POST' });
  if (!reply.ok) throw new Error(await reply.text());
};

async function trial(): Promise<number> {
  const kills = Number(process.env['FAULT_KILLS'] ?? 20);
  const clients = Number(process.env['FAULT_CLIENTS'] ?? 50);
  const run = await runAndKill({
    ...{ clients, kills, acts: Number(process.env['FAULT_ACTS'] ?? 600) },
    ...(address === undefined ? {} : { killDatabase }),
  });
  try {
    const found = await killedHistory(run);
    const verified = await runCommand(['verify'], environmentOf(run.database));
    const { acknowledged, refused, unanswered, sentAgain, lost, foreign, illegal } = found;
    faultRow('killed with -9 under load', {
      ...{ database: dialect, clients, kills, acknowledged, refused, unanswered, 'sent again': sentAgain },
      ...{ lost, 'doubled or foreign': foreign, illegal, verify: verified ?? '' },
    });
    return lost + foreign + illegal === 0 && verified === 0 ? 0 : 1;
  } finally {
    await run.database.drop();
  }
}

trial().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
