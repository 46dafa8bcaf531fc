import type { Role } from '@countersign/domain/access';
import { exampleRequirementSet } from '@countersign/domain/competency';
import { LATE_AFTER_DAYS } from '@countersign/domain/entry';
import { checkRole, type RosterEntry } from '@countersign/domain/people';
import type { FirstPersonBody, SetUpBody } from '@countersign/contracts/set-up/bodies';
import { editions } from '../catalogue/editions/editions';
import type { Tx } from '../db/context';
import { civilDateAt } from '../platform/clock';
import { ProblemException, refuseAll, type FieldProblemSeed } from '../platform/problem';
import type { NewPerson, NewProgram } from '../programs/set-up-program';
import { isZone } from './is-zone';

/** What the set-up is told besides its body. */
interface Given {
  /** Rows of the roster that are ready. */
  readonly entries: readonly RosterEntry[];
  /** Of the director's password. */
  readonly passwordHash: string;
}

/**
 * Refuses what no program can be: a zone or an edition that there is not, one e-mail for two, a role that is over.
 * @param now UTC ms
 * @throws ProblemException `set-up/unknown-zone`, `set-up/unknown-edition`, `people/email-taken`,
 * `people/impossible-date`, `people/reversed`
 */
export function assertPossible(body: SetUpBody, now: number): void {
  const { timeZone, edition, director, coordinator } = body;
  if (!isZone(timeZone)) throw at('/timeZone', 'set-up/unknown-zone');
  if (!editions.some((one) => one.edition === edition)) throw at('/edition', 'set-up/unknown-edition');
  if (coordinator?.email.toLowerCase() === director.email.toLowerCase())
    throw at('/coordinator/email', 'people/email-taken');
  const fromOn = civilDateAt(now, timeZone);
  const stretches = [
    ['director', director],
    ['coordinator', coordinator],
  ] as const;
  for (const [role, person] of stretches) {
    if (person === undefined) continue;
    const refusals = checkRole({ role, fromOn, toOn: person.lastOn }, []);
    refuseAll(refusals.map((one) => ({ ...one, field: `/${role}/lastOn` })));
  }
}

/** The program as it is set up. */
export function firstProgram(tx: Tx, body: SetUpBody, { entries, passwordHash }: Given): NewProgram {
  const { program: name, institution, timeZone, edition: catalogueEdition, site } = body;
  const [director, ...others] = peopleOf(tx, body, entries);
  return {
    program: {
      ...{ id: tx.newId(), name, institution, timeZone, catalogueEdition, lateAfterDays: LATE_AFTER_DAYS },
      ...{ closingDays: null, neededDetails: null, demo: false },
    },
    people: director ? [{ ...director, passwordHash, passwordChosenAt: tx.now }, ...others] : [],
    sites: [{ id: tx.newId(), ...site }],
    ...{ rotations: [], leave: [], requirements: exampleRequirementSet },
  };
}

/** Director and coordinator, then whoever the roster lets in: each e-mail is one person, each role is said once. */
function peopleOf(tx: Tx, body: SetUpBody, entries: readonly RosterEntry[]): NewPerson[] {
  const { timeZone, director, coordinator } = body;
  const fromOn = civilDateAt(tx.now, timeZone);
  const people = new Map<string, NewPerson>();
  const lead = (role: Role, { name, email, lastOn }: FirstPersonBody): RosterEntry => ({
    ...{ name, email: email.toLowerCase(), role, fromOn, toOn: lastOn },
  });
  const leads = [lead('director', director), ...(coordinator ? [lead('coordinator', coordinator)] : [])];
  for (const { name, email, baseSpecialty = '', ...role } of [...leads, ...entries]) {
    const known = people.get(email) ?? {
      id: tx.newId(),
      name,
      email,
      baseSpecialty,
      passwordHash: null,
      roles: [],
    };
    const isSaid = known.roles.some(
      (held) => held.role === role.role && held.fromOn <= role.toOn && role.fromOn <= held.toOn,
    );
    const all = isSaid ? known.roles : [...known.roles, role];
    people.set(email, { ...known, baseSpecialty: known.baseSpecialty || baseSpecialty, roles: all });
  }
  return [...people.values()];
}

function at(pointer: string, code: FieldProblemSeed['code']): ProblemException {
  return new ProblemException(code, [{ pointer, code }]);
}
