import type { Tx } from '../db/context';
import { newSalt } from '../db/salt';
import { FACTOR_GRACE_MS } from '../sessions/factor-rule';
import { newPassword, type CredentialRow, type PersonRow, type RoleRow } from '../people/person.row';
import type { RequirementSetRow } from '../requirements/requirement-set.row';
import type { LeaveRow, ProgramRow, RotationRow, SiteRow } from './program.row';
import type { NewPerson, NewProgram } from './set-up-program';

/** The rows of a new program, table by table, in the order in which they refer to one another. */
export interface ProgramRows {
  readonly program: ProgramRow;
  readonly people: readonly PersonRow[];
  readonly credentials: readonly CredentialRow[];
  readonly roles: readonly RoleRow[];
  readonly sites: readonly SiteRow[];
  readonly rotations: readonly RotationRow[];
  readonly leave: readonly LeaveRow[];
  readonly requirements: RequirementSetRow;
}

/** Lays a program out as rows, each with its id. */
export function programRows(tx: Pick<Tx, 'newId' | 'now'>, given: NewProgram): ProgramRows {
  const { now } = tx;
  const programId = given.program.id;
  const keyed = <T extends object>(row: T) => ({ ...row, programId, id: tx.newId() });
  const { id: setId, version } = given.requirements;
  return {
    program: {
      ...given.program,
      fallbackPersonId: null,
      fallbackAfterDays: null,
      factorFrom: factorFrom(given, now),
      createdAt: now,
    },
    people: given.people.map(
      ({ roles: _roles, passwordHash: _secret, passwordChosenAt: _at, ...person }) => ({
        ...person,
        salt: newSalt(),
        disabledAt: null,
        createdAt: now,
      }),
    ),
    credentials: given.people.flatMap((person) => passwordRows(person, now)),
    roles: given.people.flatMap(({ id: personId, roles }) =>
      roles.map(({ cohort = null, ...held }) => keyed({ ...held, cohort, personId })),
    ),
    sites: given.sites.map((site) => ({ ...site, programId })),
    rotations: given.rotations.map(({ procedureDays = null, ...rest }) => keyed({ ...rest, procedureDays })),
    leave: given.leave.map(keyed),
    requirements: keyed({
      setId,
      version,
      body: given.requirements,
      publishedAt: now,
      replacedAt: null,
      publishedById: null,
      follows: null,
    }),
  };
}

/** A real program asks for second factors, after days in which people set theirs up. */
function factorFrom({ program, noFactors }: NewProgram, now: number): number | null {
  return program.demo || noFactors ? null : now + FACTOR_GRACE_MS;
}

/** The password of a new person, who may have none. */
function passwordRows(person: NewPerson, now: number): CredentialRow[] {
  const { id: personId, passwordHash: secret, passwordChosenAt: chosenAt = null } = person;
  return secret === null ? [] : [newPassword({ personId, secret, chosenAt }, now)];
}
