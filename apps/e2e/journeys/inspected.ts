import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The register of what was inspected in this run, a file a name, for all workers together. What stands in it is not
 * looked at again; `every-page.last.ts` reads in the end whether a page is missing.
 */

/** `start-fresh.mjs` empties it when a run begins. */
const FOLDER = `${__dirname}/../../../artifacts/inspected`;

/** What was looked at. */
export interface Inspected {
  /** Address of the page. */
  readonly url: string;
  /** Selector of what alone was looked at; undefined is the whole page. */
  readonly part: string | undefined;
}

/** Puts a name into the register. @returns whether it was not there yet */
export function firstTime(name: string, inspected: Inspected): boolean {
  try {
    // Of two workers that come at once, one makes the file.
    writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(inspected), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** All that was inspected so far. */
export function inspectedSoFar(): Inspected[] {
  return readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Inspected);
}
