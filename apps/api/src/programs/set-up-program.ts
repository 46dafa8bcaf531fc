import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { checkRequirementSet, standingOf, type RequirementSet } from '@countersign/domain/competency';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { Role } from '@countersign/domain/access';
import type { Setting } from '@countersign/domain/entry';
import type { Tx } from '../db/context';
import { CredentialRow, PersonRow, RoleRow } from '../people/person.row';
import { mustAll, problem } from '../platform/problem';
import { RequirementSetRow } from '../requirements/requirement-set.row';
import { programRows } from './program-rows';
import { LeaveRow, ProgramRow, RotationRow, SiteRow } from './program.row';

/** A program as it is set up: who, where, when, and against which requirements. Ids are the caller's. */
export interface NewProgram {
  readonly program: Pick<
    ProgramRow,
    | 'id'
    | 'name'
    | 'institution'
    | 'timeZone'
    | 'catalogueEdition'
    | 'lateAfterDays'
    | 'closingDays'
    | 'neededDetails'
    | 'demo'
  >;
  readonly people: readonly NewPerson[];
  readonly sites: readonly { readonly id: string; readonly name: string; readonly setting: Setting }[];
  readonly rotations: readonly (Pick<
    RotationRow,
    'fellowId' | 'siteId' | 'name' | 'fromOn' | 'toOn' | 'service'
  > & { readonly procedureDays?: number })[];
  readonly leave: readonly Pick<LeaveRow, 'fellowId' | 'fromOn' | 'toOn' | 'kind'>[];
  readonly requirements: RequirementSet;
  /** Nobody needs a second factor; otherwise those who approve, sign or administer do, after the days of grace. */
  readonly noFactors?: true;
}

/** A person with the roles held in the new program. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly baseSpecialty: string;
  /** Null for an account that cannot sign in with a password. */
  readonly passwordHash: string | null;
  /** When its person chose it; left out for a first one, which has to be changed. */
  readonly passwordChosenAt?: number;
  readonly roles: readonly NewRole[];
}

/** A role from one civil date to another; of a fellow with the cohort, which says whose requirements bind. */
interface NewRole {
  readonly role: Role;
  readonly fromOn: string;
  readonly toOn: string;
  readonly cohort?: string;
}

/** Sets up a whole program. */
@Injectable()
export class SetUpProgram {
  /**
   * @throws ProblemException `request/invalid` when the requirement set does not fit the catalogue,
   * `requirement/demonstration-elsewhere` for a demonstration outside a demo program.
   */
  async run(tx: Tx, given: NewProgram, catalogue: CatalogueIndex): Promise<void> {
    const { items, groups } = catalogue.catalogue;
    mustAll(checkRequirementSet(given.requirements, { items, groups }));
    if (standingOf(given.requirements) === 'demonstration' && !given.program.demo)
      throw problem('requirement/demonstration-elsewhere');
    const rows = programRows(tx, given);
    const { id: programId } = rows.program;
    await tx.insert(ProgramRow, rows.program);
    tx.record('program.set-up', { programId, id: programId }, {});
    for (const person of rows.people) {
      await tx.insert(PersonRow, person);
      await tx.insert(
        CredentialRow,
        rows.credentials.filter(({ personId }) => personId === person.id),
      );
      tx.record('person.added', { id: person.id }, {});
    }
    await each(tx, 'role.given', RoleRow, rows.roles);
    await each(tx, 'site.added', SiteRow, rows.sites);
    await each(tx, 'rotation.planned', RotationRow, rows.rotations);
    await each(tx, 'leave.planned', LeaveRow, rows.leave);
    await each(tx, 'requirements.published', RequirementSetRow, [rows.requirements]);
  }
}

type PartAdded =
  'role.given' | 'site.added' | 'rotation.planned' | 'leave.planned' | 'requirements.published';

/** Adds rows of one table, each with its own event. */
async function each<Row extends { programId: string; id: string }>(
  tx: Tx,
  ...[name, row, list]: [PartAdded, EntityTarget<Row>, readonly Row[]]
): Promise<void> {
  for (const one of list) {
    await tx.insert<ObjectLiteral>(row, one);
    tx.record(name, one, {});
  }
}
