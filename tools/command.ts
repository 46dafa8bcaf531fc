import { readFileSync } from 'node:fs';

/** What a person gave to a command and it cannot use; the message says why. */
export class BadInput extends Error {}

/** The JSON of a file. Throws {@link BadInput} if it cannot be read or is not JSON. */
export function readJson(path: string): unknown {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new BadInput(`${path} cannot be read.`);
  }
  try {
    return JSON.parse(content);
  } catch {
    throw new BadInput(`${path} is not JSON.`);
  }
}

/**
 * Runs a command with the words after its name and ends with the status it answers; with 2 and one line on bad input.
 * A reader that closes the pipe early, such as `head`, ends it without a word.
 */
export function runCommand(main: (args: readonly string[]) => number): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
