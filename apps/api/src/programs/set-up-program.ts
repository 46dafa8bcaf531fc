import { Inject, Injectable } from '@nestjs/common';
import { checkRequirementSet, type RequirementSet } from '@countersign/domain/competency';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { Role } from '@countersign/domain/access';
import type { Setting } from '@countersign/domain/entry';
import { Db } from '../db/db';
import { PersonRow, RoleRow } from '../people/person.row';
import { Clock, Ids } from '../platform/clock';
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

/** Sets up a whole program in one transaction. */
@Injectable()
export class SetUpProgram {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /** @throws ProblemException `request/invalid` when the requirement set does not fit the catalogue. */
  async run(actorId: string, given: NewProgram, catalogue: CatalogueIndex): Promise<void> {
    const { items, groups } = catalogue.catalogue;
    mustAll(checkRequirementSet(given.requirements, { items, groups }));
    await this.db.write(actorId, async (tx) => {
      const rows = programRows(given, { ids: this.ids, now: this.clock.now() });
      await tx.manager.insert(ProgramRow, rows.program);
      const lists = [
        [PersonRow, rows.people],
        [RoleRow, rows.roles],
        [SiteRow, rows.sites],
        [RotationRow, rows.rotations],
        [LeaveRow, rows.leave],
      ] as const;
      for (const [row, list] of lists) if (list.length > 0) await tx.manager.insert(row, [...list]);
      await tx.manager.insert(RequirementSetRow, rows.requirements);
      for (const event of setUpEvents(rows)) tx.record(event);
    });
  }
}
