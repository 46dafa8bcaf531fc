import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { DatabaseStartError } from './db/start-error';
import { DemoProgram } from './demo/demo-program';
import { assertMayListen, ListenError, listenError } from './platform/listen';
import { readSettings, SettingsError, type Settings } from './platform/settings';
import { assertWebRoot } from './platform/web';
import { buildServer } from './server';
import { setUpFromFile, RosterError } from './set-up/set-up-from-file';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Errors whose message is made for the person at the command line. */
const plain = [SettingsError, DatabaseStartError, ListenError, RosterError];

/**
 * The server's command line: no word starts it, `set-up FILE` makes a program from a roster, `wipe-demo` removes the
 * demo program. Resolves with an exit code, or with undefined while the server runs. A command that has ended leaves
 * nothing open, so that the process ends by itself.
 */
export async function runCommand(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number | undefined> {
  try {
    const settings = readSettings(env);
    const [word, ...rest] = words;
    if (word === undefined) return await serve(settings);
    if (word === 'wipe-demo') return await withServer(settings, wipeDemo);
    if (word === 'set-up') return await withServer(settings, (app) => setUpFromFile(app, rest[0], print));
    complain(`Unknown command "${word}". Commands: set-up FILE, wipe-demo; none starts the server.`);
    return 2;
  } catch (error) {
    complain(messageOf(error, env));
    return 1;
  }
}

async function serve(settings: Settings): Promise<undefined> {
  assertWebRoot(settings);
  await assertMayListen(settings);
  const app = await buildServer(settings);
  try {
    await app.get(DemoProgram).createOnFirstRun(print);
    await app.listen(settings.port, settings.host);
  } catch (error) {
    // Somebody may have taken the port since it was tried.
    await app.close();
    throw listenError(error, settings);
  }
  // Whoever reads that it is ready may stop it at once.
  endOnSignal(app);
  const { port } = app.getHttpServer().address() as AddressInfo;
  print(`Countersign is ready: ${settings.port === 0 ? `http://localhost:${port}` : settings.publicUrl}`);
  return undefined;
}

function endOnSignal(app: INestApplication<Server>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app.getHttpServer().closeIdleConnections();
      void app.close().then(() => process.exit(0));
    });
  }
}

async function withServer(
  settings: Settings,
  work: (app: INestApplication<Server>) => Promise<number>,
): Promise<number> {
  const app = await buildServer(settings);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function wipeDemo(app: INestApplication<Server>): Promise<number> {
  const wiped = await app.get(DemoProgram).wipe();
  print(wiped ? 'The demo program and its people are gone.' : 'There is no demo program here.');
  return 0;
}

/** One plain line; where nobody foresaw the error, the stack is for those who ask for it. */
function messageOf(error: unknown, env: NodeJS.ProcessEnv): string {
  if (!(error instanceof Error)) return String(error);
  if (plain.some((kind) => error instanceof kind)) return error.message;
  if (env['LOG_LEVEL'] === 'debug') return error.stack ?? error.message;
  const [line = error.name] = error.message.split('\n');
  return `Unexpected: ${line} (LOG_LEVEL=debug shows where.)`;
}
