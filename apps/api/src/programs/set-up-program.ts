import { Injectable } from '@nestjs/common';
import { checkRequirementSet, type RequirementSet } from '@countersign/domain/competency';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { Role } from '@countersign/domain/access';
import type { Setting } from '@countersign/domain/entry';
import type { Tx } from '../db/context';
import { CredentialRow, PersonRow, RoleRow } from '../people/person.row';
import { mustAll } from '../platform/problem';
import { programRows, setUpEvents } from './program-rows';
import { LeaveRow, ProgramRow, RequirementSetRow, RotationRow, SiteRow } from './program.row';

/** A program as it is set up: who, where, when, and against which requirements. Ids are the caller's. */
export interface NewProgram {
  readonly program: Pick<
    ProgramRow,
    'id' | 'name' | 'institution' | 'timeZone' | 'catalogueEdition' | 'lateAfterDays' | 'demo'
  >;
  readonly people: readonly NewPerson[];
  readonly sites: readonly { readonly id: string; readonly name: string; readonly setting: Setting }[];
  readonly rotations: readonly Pick<
    RotationRow,
    'fellowId' | 'siteId' | 'name' | 'fromOn' | 'toOn' | 'service'
  >[];
  readonly leave: readonly Pick<LeaveRow, 'fellowId' | 'fromOn' | 'toOn' | 'kind'>[];
  readonly requirements: RequirementSet;
}

/** A person with the roles held in the new program. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly baseSpecialty: string;
  /** Null for an account that cannot sign in with a password. */
  readonly passwordHash: string | null;
  readonly roles: readonly { readonly role: Role; readonly fromOn: string; readonly toOn: string }[];
}

/** Sets up a whole program. */
@Injectable()
export class SetUpProgram {
  /** @throws ProblemException `request/invalid` when the requirement set does not fit the catalogue. */
  async run(tx: Tx, given: NewProgram, catalogue: CatalogueIndex): Promise<void> {
    const { items, groups } = catalogue.catalogue;
    mustAll(checkRequirementSet(given.requirements, { items, groups }));
    const rows = programRows(tx, given);
    await tx.insert(ProgramRow, rows.program);
    const lists = [
      [PersonRow, rows.people],
      [CredentialRow, rows.credentials],
      [RoleRow, rows.roles],
      [SiteRow, rows.sites],
      [RotationRow, rows.rotations],
      [LeaveRow, rows.leave],
      [RequirementSetRow, [rows.requirements]],
    ] as const;
    for (const [row, list] of lists) await tx.insert<object>(row, list);
    for (const event of setUpEvents(rows)) tx.record(event);
  }
}
