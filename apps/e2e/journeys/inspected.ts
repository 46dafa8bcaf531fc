import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * Puts a name into the register.
 * @returns whether it was not there yet
 * @throws where the name already stands for another page or another part: one of the two would never be looked at
 */
export function firstTime(name: string, inspected: Inspected): boolean {
  const written = `${FOLDER}.${process.pid}.json`;
  writeFileSync(written, JSON.stringify(inspected));
  try {
    // Of two workers that come at once, one makes the file, and the other one finds it whole.
    linkSync(written, join(FOLDER, `${name}.json`));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(written);
  }
  const before = what(read(`${name}.json`));
  const now = what(inspected);
  if (before !== now) throw new Error(`“${name}” is the name of ${before} and of ${now}`);
  return false;
}

/** All that was inspected so far. */
export function inspectedSoFar(): Inspected[] {
  return readdirSync(FOLDER).map(read);
}

function read(file: string): Inspected {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Inspected;
}

/** What an inspection looked at, whoever's page it was: the first word of the address, and the part. */
function what({ url, part }: Inspected): string {
  return `/${new URL(url).pathname.split('/')[1] ?? ''} ${part ?? 'as a whole'}`;
}
