import { createInterface } from 'node:readline/promises';
import { Command, CommanderError, Option } from 'commander';
import { commands, DEFAULT_COMMAND, type Call } from './commands';
import { BackupError } from './db/backup-file';
import { DatabaseStartError } from './db/start-error';
import { KeyError } from './ledger/key-files';
import { ListenError } from './platform/listen';
import { readSettings, SettingsError } from './platform/settings';
import { RosterError } from './set-up/roster-file';

const say = (text: string): void => void process.stdout.write(text);
const complain = (text: string): void => void process.stderr.write(text);

/** Errors whose message is made for the person at the command line. */
const plain = [BackupError, SettingsError, DatabaseStartError, KeyError, ListenError, RosterError];

/** A command line that nobody can mean, as the shell's own commands end on one. */
const MISUSED = 2;

/**
 * The server's command line, which is the table of {@link commands}; no word starts the server. Resolves with an exit
 * code, or with undefined while the server runs: 0 for what was done, help included, 1 for what could not be done, 2 for
 * a command that there is not.
 * @param ask puts a question to whoever called; null where nobody sits at a terminal
 */
export async function runCommand(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  ask: Call['ask'] = process.stdin.isTTY && process.stdout.isTTY ? askInTerminal : null,
): Promise<number | undefined> {
  let code: number | undefined;
  const root = commandLine(async (run, args, options) => {
    const print: Call['print'] = (line) => say(`${line}\n`);
    code = await run({ settings: readSettings(env), args, ...options, print, ask });
  });
  try {
    await root.parseAsync(words.length === 0 ? [DEFAULT_COMMAND] : words, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said by then what it found, or shown the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
    complain(`${messageOf(error, env)}\n`);
    return 1;
  }
}

/** Only a yes is one; whoever ends the input has said none. */
async function askInTerminal(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

type Start = (
  run: (call: Call) => Promise<number | undefined>,
  args: readonly string[],
  options: Pick<Call, 'given' | 'values'>,
) => Promise<void>;

function commandLine(start: Start): Command {
  const root = new Command('countersign')
    .description('Procedure logbook and competency system for medical fellowships.')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: complain })
    .showHelpAfterError();
  for (const { usage, summary, options = {}, run } of commands) {
    const command = root.command(usage).description(summary);
    const known = Object.entries(options).map(([name, text]) => new Option(name, text));
    for (const option of known) command.addOption(option);
    command.action(() => {
      const said = known.map(
        (option) => [option.long ?? '', command.getOptionValue(option.attributeName()) as unknown] as const,
      );
      const values = said.flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      );
      return start(run, command.args, {
        given: new Set(said.flatMap(([name, value]) => (value === undefined ? [] : name))),
        values: new Map(values),
      });
    });
  }
  return root;
}

/** One plain line; where nobody foresaw the error, the stack is for those who ask for it. */
function messageOf(error: unknown, env: NodeJS.ProcessEnv): string {
  if (!(error instanceof Error)) return String(error);
  if (plain.some((kind) => error instanceof kind)) return error.message;
  if (env['LOG_LEVEL'] === 'debug') return error.stack ?? error.message;
  const [line = error.name] = error.message.split('\n');
  return `Unexpected: ${line} (LOG_LEVEL=debug shows where.)`;
}
