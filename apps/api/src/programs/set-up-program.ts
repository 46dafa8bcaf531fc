import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkRequirementSet, type RequirementSet } from '@countersign/domain/competency';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { Role } from '@countersign/domain/access';
import type { Setting } from '@countersign/domain/entry';
import { Db } from '../db/db';
import { PersonRow, RoleRow } from '../people/person.row';
import { Clock, Ids } from '../platform/clock';
import { mustAll } from '../platform/problem';
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
    const programId = given.program.id;
    const now = this.clock.now();
    await this.db.write(actorId, async (tx) => {
      await tx.manager.insert(ProgramRow, { ...given.program, createdAt: now });
      await this.insertPeople(tx.manager, given, now);
      const keyed = <T extends object>(rows: readonly T[]) =>
        rows.map((row) => ({ ...row, programId, id: this.ids.next() }));
      await tx.manager.insert(
        SiteRow,
        given.sites.map((site) => ({ ...site, programId })),
      );
      if (given.rotations.length > 0) await tx.manager.insert(RotationRow, keyed(given.rotations));
      if (given.leave.length > 0) await tx.manager.insert(LeaveRow, keyed(given.leave));
      await tx.manager.insert(RequirementSetRow, this.firstSet(given, now));
      const { name, demo } = given.program;
      const created = { name, demo, people: given.people.length, sites: given.sites.length };
      tx.record({
        log: programId,
        action: 'program.set-up',
        object: `program:${programId}`,
        data: { old: null, new: created },
      });
    });
  }

  private firstSet({ program, requirements }: NewProgram, now: number): RequirementSetRow {
    const { id: setId, version } = requirements;
    const id = this.ids.next();
    return {
      programId: program.id,
      id,
      setId,
      version,
      body: requirements,
      publishedAt: now,
      replacedAt: null,
    };
  }

  private async insertPeople(manager: EntityManager, given: NewProgram, now: number): Promise<void> {
    const rows = given.people.map(({ roles: _roles, ...person }) => ({
      ...person,
      failedSignIns: 0,
      lockedUntil: null,
      disabledAt: null,
      createdAt: now,
    }));
    await manager.insert(PersonRow, rows);
    const roles = given.people.flatMap((person) =>
      person.roles.map((held) => ({
        ...held,
        programId: given.program.id,
        id: this.ids.next(),
        personId: person.id,
      })),
    );
    await manager.insert(RoleRow, roles);
  }
}
