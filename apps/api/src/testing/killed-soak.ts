import 'reflect-metadata';
import { runCommand } from '../command';
import { killedHistory } from './killed-history';
import { runAndKill } from './killed-server';
import { dialect, environmentOf } from './test-database';

/*
 * The history checker at length, on the database that TEST_DATABASE names: `npm run soak`. Who asks at
 * KILL_DATABASE_URL has the database killed with -9 and started again.
 */

const address = process.env['KILL_DATABASE_URL'];
const killDatabase = async (): Promise<void> => {
  const reply = await fetch(address ?? '', { method: 'POST' });
  if (!reply.ok) throw new Error(await reply.text());
};

async function soak(): Promise<number> {
  const kills = Number(process.env['SOAK_KILLS'] ?? 20);
  const clients = Number(process.env['SOAK_CLIENTS'] ?? 50);
  const started = performance.now();
  const run = await runAndKill({
    ...{ clients, kills, acts: Number(process.env['SOAK_ACTS'] ?? 400) },
    ...(address === undefined ? {} : { killDatabase }),
  });
  try {
    const found = await killedHistory(run);
    const verified = await runCommand(['verify'], environmentOf(run.database));
    const { acknowledged, refused, unanswered, sentAgain, lost, foreign, illegal } = found;
    const seconds = Math.round((performance.now() - started) / 1000);
    const line = { database: dialect, clients, kills, seconds, acknowledged, refused, unanswered, sentAgain };
    process.stdout.write(`${JSON.stringify({ soak: { ...line, lost, foreign, illegal, verified } })}\n`);
    return lost + foreign + illegal === 0 && verified === 0 ? 0 : 1;
  } finally {
    await run.database.drop();
  }
}

soak().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
