import type { INestApplicationContext } from '@nestjs/common';
import { In } from 'typeorm';
import { exampleRequirementSet } from '@countersign/domain/competency';
import { LATE_AFTER_DAYS } from '@countersign/domain/entry';
import { problemInWords } from '@countersign/contracts/words/problem';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { nameless, type Reading, type Tx } from '../db/context';
import { Db } from '../db/db';
import { PersonRow } from '../people/person.row';
import { ProblemException } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { SetUpProgram, type NewPerson, type NewProgram } from '../programs/set-up-program';
import { Passwords } from '../sessions/password';
import { BringUpToDate } from './bring-up-to-date';
import { changeInWords } from './change-words';
import { oneAtATime } from './one-at-a-time';
import type { Roster } from './roster';
import { isEnd, type Change } from './roster-changes';
import { readRoster, RosterError } from './roster-file';
import { tryRoster, type RosterTrial } from './try-roster';

/** How a roster is set up. */
export interface SetUpOptions {
  /** Says a line to whoever called. */
  readonly print: (line: string) => void;
  /** Asks whoever called, yes or no; null where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** It is another program, even where one has the same name. */
  readonly isNew: boolean;
  /** Roles that the file ends may be ended without asking. */
  readonly endsRoles: boolean;
}

/** How `--dry-run` ends where the roster says something else than the database; 0 where both say the same. */
const DIFFERS = 3;
/** How a set-up ends that would end a role and may not: nothing is written then. */
const NOT_AGREED = 4;

/**
 * Brings the program of a roster file to what the file says, or makes it where there is none of its name: all of it in one
 * transaction, or nothing. What the file no longer names stays, except roles: those end, once somebody has agreed.
 * @returns the exit code: 0 when the program says what the file says, 4 where nobody agreed that a role ends
 * @throws RosterError naming every field that is wrong, or what a rule refuses; nothing is written then.
 */
export async function setUpFromFile(
  app: INestApplicationContext,
  file: string,
  options: SetUpOptions,
): Promise<number> {
  const roster = rosterOf(app, file);
  const trial = await look(app, roster, options.isNew);
  const { programId } = trial;
  return programId === null
    ? makeProgram(app, roster, options)
    : bringUpToDate(app, roster, { ...options, trial, programId });
}

/**
 * Prints what a roster would add, change and end, a line each, and changes nothing.
 * @returns the exit code: 0 without a difference, 3 with one
 * @throws RosterError naming every field that is wrong
 */
export async function tryFile(
  app: INestApplicationContext,
  file: string,
  { print, isNew }: Pick<SetUpOptions, 'print' | 'isNew'>,
): Promise<number> {
  const trial = await look(app, rosterOf(app, file), isNew);
  const { added, changed, ended } = printed(trial, print);
  print(`To add ${added}, to change ${changed}, to end ${ended}. Nothing was written.`);
  return trial.steps.length === 0 ? 0 : DIFFERS;
}

function rosterOf(app: INestApplicationContext, file: string): Roster {
  return readRoster(file, app.get(Catalogues).index(currentEdition));
}

/** What the roster would change; a program that is another one has nothing yet. */
function look(app: INestApplicationContext, roster: Roster, isNew: boolean): Promise<RosterTrial> {
  return app.get(Db).read(nameless('installation'), (view) => tryRoster(view, roster, { isNew }));
}

/** Prints a trial, a line for each change, and says how many there are of each kind. */
function printed(
  { steps, stays, today }: RosterTrial,
  print: SetUpOptions['print'],
): Readonly<Record<'added' | 'changed' | 'ended', number>> {
  const signs = steps.map((change) => signOf(change, today));
  for (const sign of ['+', '~', '-'])
    for (const [nth, change] of steps.entries())
      if (signs[nth] === sign) print(`${sign} ${changeInWords(change)}`);
  for (const change of stays) print(`= ${changeInWords(change)} (${reasonToStay(change)})`);
  const count = (wanted: string): number => signs.filter((sign) => sign === wanted).length;
  return { added: count('+'), changed: count('~'), ended: count('-') };
}

function signOf(change: Change, today: string): string {
  if (change.before === null) return '+';
  return isEnd(change, today) ? '-' : '~';
}

function reasonToStay({ after }: Change): string {
  return after === null ? 'stays, though the file does not name it' : 'stays: a set-up does not change it';
}

/** Makes a program with passwords, and the example requirement set, which binds nobody until a director publishes another. */
async function makeProgram(
  app: INestApplicationContext,
  roster: Roster,
  { print, isNew }: SetUpOptions,
): Promise<number> {
  const catalogue = app.get(Catalogues).index(currentEdition);
  const hashes = await hashesOf(roster, app.get(Passwords));
  await orNothing(
    app.get(Db).write(nameless('installation'), async (tx) => {
      await oneAtATime(tx);
      await assertNew(tx, roster, isNew);
      await app.get(SetUpProgram).run(tx, programOf(tx, roster, hashes), catalogue);
    }),
  );
  print(`${roster.program} is set up with ${roster.people.length} people. Start the server and sign in.`);
  return 0;
}

/** The program that is there, and what was found to be different. */
interface Found {
  readonly programId: string;
  readonly trial: RosterTrial;
}

async function bringUpToDate(
  app: INestApplicationContext,
  roster: Roster,
  { programId, trial, print, ask, endsRoles }: SetUpOptions & Found,
): Promise<number> {
  const { added, changed, ended } = printed(trial, print);
  if (trial.steps.length === 0) {
    print(`${roster.program} says what the file says. Nothing was written.`);
    return 0;
  }
  if (
    ended > 0 &&
    !endsRoles &&
    !(await ask?.(`End ${ended === 1 ? 'this role' : `these ${ended} roles`}?`))
  ) {
    print(
      'Nothing was written: the file ends roles, marked with -. If they are meant to end, say so with --end-roles; if this is another program of the same name, with --new-program.',
    );
    return NOT_AGREED;
  }
  const hashes = await firstPasswords(roster, trial, app.get(Passwords));
  const actor = { ...nameless('installation'), roles: await everyDirectorship(app) };
  await orNothing(
    app.get(Db).write(actor, async (tx) => {
      await tx.hold(ProgramRow, { id: programId });
      const now = await tryRoster(tx, roster);
      if (now.programId !== programId || linesOf(now) !== linesOf(trial))
        throw new RosterError('somebody changed the program meanwhile. Run it again.');
      await app.get(BringUpToDate).run(tx, programId, now, hashes);
    }),
  );
  print(`${roster.program}: added ${added}, changed ${changed}, ended ${ended}.`);
  return 0;
}

/**
 * The console is above the rights of the pages, as whoever sits there could write into the database: it keeps the accounts
 * of directors, which directors alone keep, and of people of several programs. The log names it, and no person.
 */
async function everyDirectorship(
  app: INestApplicationContext,
): Promise<{ programId: string; role: 'director' }[]> {
  const programs = await app
    .get(Db)
    .read(nameless('installation'), ({ manager }) => manager.find(ProgramRow, { select: { id: true } }));
  return programs.map(({ id: programId }) => ({ programId, role: 'director' }));
}

function linesOf({ steps }: RosterTrial): string {
  return steps.map(changeInWords).join('\n');
}

/** Whatever ends a transaction, nothing of it is written, and that is said first. */
async function orNothing(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new RosterError(`Nothing was written: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ProblemException)
    return problemInWords({ code: error.code, values: error.detail ?? {} });
  return error instanceof Error ? error.message : String(error);
}

/** An e-mail is one account; somebody who has one is not made a second time. */
async function assertNew(view: Reading, roster: Roster, isNew: boolean): Promise<void> {
  // Another set-up may have come first since it was looked at.
  if ((await tryRoster(view, roster, { isNew })).programId !== null)
    throw new RosterError(`there is a program called ${roster.program} by now. Run it again.`);
  const emails = roster.people.map(({ email }) => email.toLowerCase());
  const known = await view.manager.findBy(PersonRow, { email: In(emails) });
  if (known.length === 0) return;
  throw new RosterError(`there are accounts already for ${known.map(({ email }) => email).join(', ')}.`);
}

/** Of those who come. Whoever has an account keeps the password. */
async function firstPasswords(
  roster: Roster,
  { steps }: RosterTrial,
  passwords: Passwords,
): Promise<ReadonlyMap<string, string>> {
  const coming = new Set(
    steps.flatMap(({ kind, before, after }) =>
      kind === 'person' && before === null && after !== null ? [after.email] : [],
    ),
  );
  const people = roster.people.filter(({ email }) => coming.has(email.toLowerCase()));
  const hashes = await hashesOf({ people }, passwords);
  return new Map(people.map(({ email }, nth) => [email.toLowerCase(), hashes[nth] ?? '']));
}

/** Hashing takes long on purpose, so that it is done before anything is opened. */
function hashesOf({ people }: Pick<Roster, 'people'>, passwords: Passwords): Promise<string[]> {
  return Promise.all(people.map(({ password }) => passwords.hash(password)));
}

function programOf(tx: Tx, roster: Roster, hashes: readonly string[]): NewProgram {
  const sites = roster.sites.map((site) => ({ ...site, id: tx.newId() }));
  const siteIds = new Map(sites.map(({ name, id }) => [name, id]));
  const people: NewPerson[] = roster.people.map(
    ({ password: _password, formerEmail: _former, baseSpecialty = '', ...person }, nth) => ({
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
