import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { In } from 'typeorm';
import { exampleRequirementSet } from '@countersign/domain/competency';
import { LATE_AFTER_DAYS } from '@countersign/domain/entry';
import { Catalogues } from '../catalogue/catalogues';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { currentEdition } from '../catalogue/editions/editions';
import { nameless, type Reading, type Tx } from '../db/context';
import { Db } from '../db/db';
import { PersonRow } from '../people/person.row';
import { passGuard } from '../platform/privacy';
import { ProblemException, type FieldProblemSeed } from '../platform/problem';
import { readShape } from '../platform/shapes';
import { ProgramRow } from '../programs/program.row';
import { SetUpProgram, type NewPerson, type NewProgram } from '../programs/set-up-program';
import { Passwords } from '../sessions/password';
import { rosterFaults } from './check-roster';
import { oneAtATime } from './one-at-a-time';
import { Roster } from './roster';
import { allowedAt, fieldsBeside } from './roster-words';
import { tryRosterFile } from './try-roster';

/** What some editors put before the first character. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** The roster file cannot be used; the message names what is wrong in it. */
export class RosterError extends Error {
  override readonly name = 'RosterError';
}

/** How a roster is set up. */
export interface SetUpOptions {
  /** Says a line to whoever called. */
  readonly print: (line: string) => void;
  /** It is another program, even where one has the same name. */
  readonly isNew: boolean;
}

/** How `--dry-run` ends where the roster says something else than the database; 0 where both say the same. */
const DIFFERS = 3;

/**
 * Sets up a real program from a roster file: program, people with passwords, sites, rotation schedule, leave.
 * The requirement set starts as the example, which binds nobody until a director publishes the program's own.
 * @throws RosterError naming every field that is wrong; nothing is written then.
 */
export async function setUpFromFile(
  app: INestApplicationContext,
  file: string,
  { print, isNew }: SetUpOptions,
): Promise<number> {
  const roster = readRoster(file);
  const catalogue = app.get(Catalogues).index(currentEdition);
  assertDetails(roster, catalogue);
  const hashes = await hashesOf(roster, app.get(Passwords));
  try {
    await app.get(Db).write(nameless('installation'), async (tx) => {
      await oneAtATime(tx);
      await assertNew(tx, roster, isNew);
      await app.get(SetUpProgram).run(tx, programOf(tx, roster, hashes), catalogue);
    });
  } catch (error) {
    throw new RosterError(`Nothing was written: ${error instanceof Error ? error.message : String(error)}`);
  }
  print(`${roster.program} is set up with ${roster.people.length} people. Start the server and sign in.`);
  return 0;
}

/**
 * Prints what a roster would add, change and end, a line each, and changes nothing.
 * @returns the exit code: 0 without a difference, 3 with one
 * @throws RosterError naming every field that is wrong
 */
export async function tryFile(
  app: INestApplicationContext,
  file: string,
  { print }: Pick<SetUpOptions, 'print'>,
): Promise<number> {
  const roster = readRoster(file);
  assertDetails(roster, app.get(Catalogues).index(currentEdition));
  const { added, changed, ended } = await app
    .get(Db)
    .read(nameless('installation'), (view) => tryRosterFile(view, roster));
  for (const line of added) print(`+ ${line}`);
  for (const line of changed) print(`~ ${line}`);
  for (const line of ended) print(`- ${line}`);
  print(`To add ${added.length}, to change ${changed.length}, to end ${ended.length}. Nothing was written.`);
  return added.length + changed.length + ended.length === 0 ? 0 : DIFFERS;
}

function readRoster(file: string): Roster {
  const roster = readFile(file);
  const faults = rosterFaults(roster);
  if (faults.length > 0) throw new RosterError([`${file} cannot be:`, ...faults].join('\n'));
  return roster;
}

/** Only details that some item has can be needed. */
function assertDetails({ neededDetails = [] }: Roster, { catalogue }: CatalogueIndex): void {
  const known = new Set(catalogue.items.flatMap(({ details }) => details.map(({ id }) => id)));
  const unknown = neededDetails.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new RosterError(
      `/neededDetails: ${unknown.join(', ')} is no detail of the catalogue; there are ${[...known].sort().join(', ')}.`,
    );
}

function readFile(file: string): Roster {
  try {
    const roster = readShape(Roster, JSON.parse(readFileSync(file, 'utf8').replace(BYTE_ORDER_MARK, '')));
    passGuard(roster);
    return roster;
  } catch (error) {
    if (!(error instanceof ProblemException)) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RosterError(`${file} cannot be read as JSON: ${reason.replaceAll(/\s+/g, ' ')}`);
    }
    if (error.errors.length === 0)
      throw new RosterError(`${file} is not a roster: it must be one JSON object, as docs/operate.md shows.`);
    const lines = error.errors.map((fault) => `${fault.pointer}: ${faultInWords(fault)}`);
    throw new RosterError([`${file} is not a roster:`, ...new Set(lines)].join('\n'));
  }
}

function faultInWords({ pointer, code, detail }: FieldProblemSeed): string {
  if (code === 'request/unknown-field')
    return `not known here; known are ${fieldsBeside(pointer).join(', ')}`;
  // Nobody can be asked here whether it is a patient.
  if (code.startsWith('privacy/'))
    return `${detail?.['words'] ?? 'this'} may tell who somebody is; say it otherwise`;
  return `missing or of the wrong form; it must be ${allowedAt(pointer)}`;
}

/** A second program of one name is a slip unless it is said to be meant. An e-mail is one account; somebody who has one is not made a second time. */
async function assertNew({ manager }: Reading, roster: Roster, isNew: boolean): Promise<void> {
  const programs = await manager.find(ProgramRow, { select: { id: true, name: true } });
  const isThere = programs.some(({ name }) => name.trim().toLowerCase() === roster.program.toLowerCase());
  if (isThere && !isNew)
    throw new RosterError(
      `there is a program called ${roster.program} already. If this is another one, say so with --new-program.`,
    );
  const emails = roster.people.map(({ email }) => email.toLowerCase());
  const known = await manager.findBy(PersonRow, { email: In(emails) });
  if (known.length === 0) return;
  throw new RosterError(`there are accounts already for ${known.map(({ email }) => email).join(', ')}.`);
}

/** Hashing takes long on purpose, so that it is done before anything is opened. */
function hashesOf({ people }: Roster, passwords: Passwords): Promise<string[]> {
  return Promise.all(people.map(({ password }) => passwords.hash(password)));
}

function programOf(tx: Tx, roster: Roster, hashes: readonly string[]): NewProgram {
  const sites = roster.sites.map((site) => ({ ...site, id: tx.newId() }));
  const siteIds = new Map(sites.map(({ name, id }) => [name, id]));
  const people: NewPerson[] = roster.people.map(
    ({ password: _password, baseSpecialty = '', ...person }, nth) => ({
      ...person,
      id: tx.newId(),
      email: person.email.toLowerCase(),
      baseSpecialty,
      passwordHash: hashes[nth] ?? null,
    }),
  );
  const personIds = new Map(people.map(({ email, id }) => [email, id]));
  const fellowIdOf = (email: string) => idIn(personIds, email.toLowerCase());
  return {
    program: {
      id: tx.newId(),
      name: roster.program,
      institution: roster.institution,
      timeZone: roster.timeZone,
      catalogueEdition: currentEdition,
      lateAfterDays: roster.lateAfterDays ?? LATE_AFTER_DAYS,
      closingDays: roster.closingDays ?? null,
      neededDetails: roster.neededDetails?.join(' ') ?? null,
      demo: false,
    },
    people,
    sites,
    rotations: roster.rotations.map(({ fellow, site, ...rest }) => ({
      ...rest,
      fellowId: fellowIdOf(fellow),
      siteId: idIn(siteIds, site),
    })),
    leave: roster.leave.map(({ fellow, ...rest }) => ({ ...rest, fellowId: fellowIdOf(fellow) })),
    requirements: exampleRequirementSet,
  };
}

/** The checks before have seen that every name is there. */
function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new RosterError(`The roster does not have ${name}.`);
  return id;
}
