import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { askHealth } from './ask-health';
import { backUp } from './back-up';
import { openDatabase } from './db/open-database';
import { DemoProgram } from './demo/demo-program';
import { recountFacts } from './entries/recount-facts';
import { DeadLetters } from './followers/dead-letters';
import { Followers } from './followers/followers';
import { Timers } from './followers/timers';
import { letterLine, WorkReport } from './followers/work-report';
import { Checkpoints } from './ledger/checkpoints';
import { Postman } from './mail/postman';
import { SigningKeys } from './ledger/signing-keys';
import { assertMayListen, listenError } from './platform/listen';
import type { Settings } from './platform/settings';
import { stoppable } from './platform/stopping';
import { assertWebRoot } from './platform/web';
import { restore } from './restore';
import { rows } from './rows';
import { buildServer } from './server';
import { FirstRun } from './set-up/first-run';
import { setUpFromFile, tryFile } from './set-up/set-up-from-file';
import { printGrants } from './print-grants';
import { recount } from './recount';
import { distrustKey, rotateKey } from './rotate-key';
import { verify } from './verify';

/** A command as it was called. */
export interface Call {
  readonly settings: Settings;
  /** The words behind the command's own: as many as its `usage` asks for. */
  readonly args: readonly string[];
  /** The options that were given, as the command names them. */
  readonly given: ReadonlySet<string>;
  /** What stands behind those of them that take a value. */
  readonly values: ReadonlyMap<string, string>;
  /** Says a line to whoever called. */
  readonly print: (line: string) => void;
  /** Asks whoever called, yes or no; null where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
}

/** One command of the server's command line. A row here is all that a new one needs. */
export interface CommandRow {
  /** Its word and arguments, as the help shows them: `set-up <file>`. */
  readonly usage: string;
  /** One sentence for the help. */
  readonly summary: string;
  /** Options with what they say; one that takes a value names it: `--log <id>`. */
  readonly options?: Readonly<Record<string, string>>;
  /**
   * What it does. Resolves with the exit code, or with undefined while the server runs. A command that has ended leaves
   * nothing open, so that the process ends by itself.
   */
  readonly run: (call: Call) => Promise<number | undefined>;
}

/** What no word stands for. */
export const DEFAULT_COMMAND = 'serve';

/** The commands, in the order of the help. */
export const commands: readonly CommandRow[] = [
  {
    usage: 'serve',
    summary:
      'start the server (what no word does too); its settings are environment variables, see docs/operate.md',
    run: serve,
  },
  {
    usage: 'set-up <file>',
    summary:
      'make a program, its people and its schedule from a roster file, or bring the one of its name to what the file says; docs/operate.md shows one',
    options: {
      '--dry-run':
        'print what the file would add, change and end, and write nothing: 0 without a difference, 3 with one',
      '--end-roles':
        'end the roles that the file ends or leaves out, without asking: else 4, and nothing is written',
      '--new-program': 'it is another program, though one of the same name is there already',
    },
    run: setUp,
  },
  {
    usage: 'migrate',
    summary:
      'bring the database to the schema of this version, as the next start would, and say what was done',
    run: migrateOnly,
  },
  {
    usage: 'backup <file>',
    summary:
      'write one state of the database into a file, beside a running server, and restore it on trial to see that it is good',
    run: backUp,
  },
  {
    usage: 'restore <file>',
    summary: 'fill an empty database, SQLite or MySQL or MariaDB, with a backup of any of them',
    run: restore,
  },
  {
    usage: 'health',
    summary: 'ask the running server whether it lives and is ready; 0 when it is',
    run: askHealth,
  },
  {
    usage: 'wipe-demo',
    summary: 'remove the demo program and its people',
    run: ({ settings, print }) => withServer(settings, (app) => wipeDemo(app, print)),
  },
  {
    usage: 'recount',
    summary:
      'make again from the entries whatever is kept for counting, and name each difference; reads only, also beside a running server',
    options: { '--mend': 'write the facts anew that differ; with the server stopped' },
    run: (call) =>
      call.given.has('--mend')
        ? withServer(call.settings, (app) => recountFacts(app, call.print))
        : recount(call),
  },
  {
    usage: 'followers',
    summary: 'show how far what follows the log has come, what it left behind, and when timed jobs ran last',
    run: ({ settings, print }) => withServer(settings, (app) => showWork(app, print)),
  },
  {
    usage: 'retry-dead-letters',
    summary: 'try each event once more that was left behind',
    run: ({ settings, print }) => withServer(settings, (app) => retryLetters(app, print)),
  },
  {
    usage: 'verify',
    summary:
      'verify every log, its checkpoints and signatures, and that the tables say what the logs say; reads only, also beside a running server',
    options: {
      '--against <path>': 'a checkpoint that was held outside, or a folder of them',
      '--receipt <file>': 'a receipt that was downloaded from the steps of an entry',
      '--log <id>': 'one log alone, by its id; all of them unless told',
      '--json': 'print what was found as JSON',
    },
    run: verify,
  },
  {
    usage: 'grants <user>',
    summary:
      'print the rights with which that user of MySQL or MariaDB can run the server and change no event; run as the owner',
    run: (call) => withServer(call.settings, (app) => printGrants(app, call)),
  },
  {
    usage: 'rotate-key <purpose>',
    summary: 'let a new key take the place of the one that signs: checkpoint or credential',
    options: {
      '--reason <text>': 'why, for whoever reads the log; needed',
      '--distrust-after <instant>':
        'the old key became known to others: nothing it signed after this instant (ISO 8601) is believed',
    },
    run: (call) => withServer(call.settings, (app) => rotateKey(app, call)),
  },
  {
    usage: 'distrust-key <kid>',
    summary: 'say since when a retired key is not to be believed',
    options: {
      '--reason <text>': 'why, for whoever reads the log; needed',
      '--after <instant>': 'nothing it signed after this instant (ISO 8601) is believed; needed',
    },
    run: (call) => withServer(call.settings, (app) => distrustKey(app, call)),
  },
];

async function serve({ settings, print }: Call): Promise<undefined> {
  assertWebRoot(settings);
  await assertMayListen(settings);
  const app = await buildServer(settings);
  const stop = stoppable(app.getHttpServer());
  let token: string | null;
  try {
    await app.get(SigningKeys).start();
    await app.get(DemoProgram).createOnFirstRun(print);
    token = await app.get(FirstRun).open();
    await app.get(Checkpoints).start();
    await app.listen(settings.port, settings.host);
    await app.get(Followers).start();
    await app.get(Timers).start();
    await app.get(Postman).start();
  } catch (error) {
    // Somebody may have taken the port since it was tried.
    await app.close();
    throw listenError(error, settings);
  }
  // Whoever reads that it is ready may stop it at once.
  endOnSignal(app, stop);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = settings.port === 0 ? `http://localhost:${port}` : settings.publicUrl;
  if (token !== null) print(waitsForProgram(address, token));
  print(`Countersign is ready: ${address}`);
  return undefined;
}

function setUp({ settings, args: [file = ''], given, print, ask }: Call): Promise<number> {
  const isNew = given.has('--new-program');
  const endsRoles = given.has('--end-roles');
  return withServer(settings, (app) =>
    given.has('--dry-run')
      ? tryFile(app, file, { print, isNew })
      : setUpFromFile(app, file, { print, ask, isNew, endsRoles }),
  );
}

/** What whoever starts the server on a database without a program reads. The token stands behind the `#`, so that it is in no log of a proxy. */
function waitsForProgram(address: string, token: string): string {
  return [
    'There is no program yet. Whoever opens this address sets one up, once, while this server runs:',
    `${address}/set-up#${token}`,
  ].join('\n');
}

/** Closing may take so many ms once everything is answered; a database that hangs does not keep the process. */
const CLOSING_MS = 5_000;

/** Ends on the first signal: what runs is answered, then the database is closed; 0 where all of that was done in time. */
function endOnSignal(app: INestApplication<Server>, stop: () => Promise<boolean>): void {
  const end = async (): Promise<void> => {
    const isWhole = await stop();
    setTimeout(() => process.exit(1), CLOSING_MS);
    await app.close();
    process.exit(isWhole ? 0 : 1);
  };
  let ending: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void (ending ??= end()));
}

/** Runs a command inside the whole server, which does not listen. */
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

async function migrateOnly({ settings, print }: Call): Promise<number> {
  const database = await openDatabase(settings, rows);
  await database.close();
  for (const name of database.migrated) print(`Done: ${name}`);
  print(
    database.migrated.length === 0
      ? 'The database has every migration of this version.'
      : `The database has every migration of this version now; ${database.migrated.length} were run.`,
  );
  return 0;
}

async function wipeDemo(app: INestApplication<Server>, print: Call['print']): Promise<number> {
  const wiped = await app.get(DemoProgram).wipe();
  print(wiped ? 'The demo program and its people are gone.' : 'There is no demo program here.');
  return 0;
}

async function showWork(app: INestApplication<Server>, print: Call['print']): Promise<number> {
  for (const line of await app.get(WorkReport).lines()) print(line);
  return 0;
}

/** 1 when one of them has failed again. */
async function retryLetters(app: INestApplication<Server>, print: Call['print']): Promise<number> {
  const tried = await app.get(DeadLetters).retry();
  const failed = tried.filter(({ error }) => error !== null);
  for (const { letter, error } of failed) print(letterLine({ ...letter, error: error ?? '' }));
  print(`Tried again: ${tried.length}, dealt with: ${tried.length - failed.length}.`);
  return failed.length === 0 ? 0 : 1;
}
