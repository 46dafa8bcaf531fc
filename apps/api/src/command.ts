import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { DatabaseStartError } from './db/migrate';
import { DemoProgram } from './demo/demo-program';
import { readSettings, SettingsError, type Settings } from './platform/settings';
import { buildServer } from './server';
import { setUpFromFile, RosterError } from './set-up/set-up-from-file';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * The server's command line: no word starts it, `set-up FILE` makes a program from a roster, `wipe-demo` removes the
 * demo program. Resolves with an exit code, or with undefined while the server runs.
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
    if (
      error instanceof SettingsError ||
      error instanceof DatabaseStartError ||
      error instanceof RosterError
    ) {
      complain(error.message);
      return 1;
    }
    complain(startMessage(error));
    return 1;
  }
}

async function serve(settings: Settings): Promise<undefined> {
  const app = await buildServer(settings);
  await app.get(DemoProgram).createOnFirstRun(print);
  await app.listen(settings.port, settings.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  print(`Countersign is ready: ${settings.port === 0 ? `http://localhost:${port}` : settings.publicUrl}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app.getHttpServer().closeIdleConnections();
      void app.close().then(() => process.exit(0));
    });
  }
  return undefined;
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

function startMessage(error: unknown): string {
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop the other program or choose another port: PORT=3001 npm start`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return `The data folder cannot be used (${message}). Set DATA_DIR to a folder that you may write.`;
  }
  return stack ?? message;
}
