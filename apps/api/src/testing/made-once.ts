import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What is made once in a run of the suite, by whichever spec needs it first; those beside it wait.
 * @param make fills a folder, which nobody sees before it is whole
 * @returns that folder; it goes with the run
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const made = join(folderOfRun(), name);
  const making = `${made}-being-made`;
  for (; !existsSync(made); await sleep(10)) {
    if (!isFirst(making)) continue;
    try {
      await make(making);
      renameSync(making, made);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw error;
    }
  }
  return made;
}

/** Whether nobody else makes it: who makes the folder is the one. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Named by jest.template.cts. */
function folderOfRun(): string {
  const folder = process.env['TEST_TEMPLATE'];
  if (folder === undefined)
    throw new Error('only a run of jest.api.config.cts has a folder for what is made once');
  return folder;
}
