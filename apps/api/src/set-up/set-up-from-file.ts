import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { exampleRequirementSet } from '@countersign/domain/competency';
import { Catalogues } from '../catalogue/catalogues';
import { currentEdition } from '../catalogue/editions/editions';
import { Ids } from '../platform/clock';
import { ProblemException } from '../platform/problem';
import { readShape } from '../platform/shapes';
import { SetUpProgram, type NewPerson, type NewProgram } from '../programs/set-up-program';
import { Passwords } from '../sessions/password';
import { Roster } from './roster';

/** The roster file cannot be used; the message names what is wrong in it. */
export class RosterError extends Error {
  override readonly name = 'RosterError';
}

/**
 * Sets up a real program from a roster file: program, people with passwords, sites, rotation schedule, leave.
 * The requirement set starts as the example, which binds nobody until a director publishes the program's own.
 * @throws RosterError naming every field that is wrong; nothing is written then.
 */
export async function setUpFromFile(
  app: INestApplicationContext,
  file: string | undefined,
  print: (line: string) => void,
): Promise<number> {
  if (file === undefined)
    throw new RosterError('Name the roster file: set-up roster.json (docs/operate.md shows one).');
  const roster = readRoster(file);
  const catalogue = app.get(Catalogues).index(currentEdition);
  const program = await programOf(roster, { ids: app.get(Ids), passwords: app.get(Passwords) });
  try {
    await app.get(SetUpProgram).run('installation', program, catalogue);
  } catch (error) {
    throw new RosterError(`Nothing was written: ${error instanceof Error ? error.message : String(error)}`);
  }
  print(`${roster.program} is set up with ${roster.people.length} people. Start the server and sign in.`);
  return 0;
}

function readRoster(file: string): Roster {
  try {
    return readShape(Roster, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof ProblemException))
      throw new RosterError(`${file} cannot be read as JSON: ${String(error)}`);
    const lines = error.errors.map(
      ({ pointer, code }) =>
        `${pointer}: ${code === 'request/unknown-field' ? 'not known here' : 'missing or of the wrong form'}`,
    );
    throw new RosterError([`${file} is not a roster:`, ...lines].join('\n'));
  }
}

async function newPerson(
  { password, baseSpecialty = '', ...person }: Roster['people'][number],
  id: string,
  passwords: Passwords,
): Promise<NewPerson> {
  const email = person.email.toLowerCase();
  return { ...person, id, email, baseSpecialty, passwordHash: await passwords.hash(password) };
}

async function programOf(
  roster: Roster,
  { ids, passwords }: { ids: Ids; passwords: Passwords },
): Promise<NewProgram> {
  if (!Intl.supportedValuesOf('timeZone').includes(roster.timeZone))
    throw new RosterError(`/timeZone: ${roster.timeZone} is not an IANA time zone.`);
  const sites = roster.sites.map((site) => ({ ...site, id: ids.next() }));
  const siteId = finder(
    sites.map(({ name, id }) => [name, id] as const),
    '/sites',
  );
  const people = await Promise.all(roster.people.map((person) => newPerson(person, ids.next(), passwords)));
  const fellowId = finder(
    people.map(({ email, id }) => [email, id] as const),
    '/people',
  );
  return {
    program: {
      id: ids.next(),
      name: roster.program,
      institution: roster.institution,
      timeZone: roster.timeZone,
      catalogueEdition: currentEdition,
      lateAfterDays: 14,
      demo: false,
    },
    people,
    sites,
    rotations: roster.rotations.map(({ fellow, site, ...rest }) => ({
      ...rest,
      fellowId: fellowId(fellow.toLowerCase()),
      siteId: siteId(site),
    })),
    leave: roster.leave.map(({ fellow, ...rest }) => ({ ...rest, fellowId: fellowId(fellow.toLowerCase()) })),
    requirements: exampleRequirementSet,
  };
}

function finder(pairs: readonly (readonly [key: string, id: string])[], where: string) {
  const ids = new Map(pairs);
  return (value: string): string => {
    const id = ids.get(value);
    if (id === undefined) throw new RosterError(`${where} does not have "${value}".`);
    return id;
  };
}
