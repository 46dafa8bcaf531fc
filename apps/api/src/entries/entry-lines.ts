import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { can, type Actor } from '@countersign/domain/access';
import { ratingsOpen, type Help } from '@countersign/domain/entry';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import { Clock } from '../platform/clock';
import { Programs, type NamedPerson } from '../programs/programs';
import { whereOf } from './entry-content';
import { factsOf, shownNumber } from './entry-store';
import { DecisionRow, EntryVersionRow, type EntryRow } from './entry.row';

/** Builds the lines of lists, for many entries at once. */
@Injectable()
export class EntryLines {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The lines of entries of one program, in the given order. */
  async of(manager: EntityManager, actor: Actor, rows: readonly EntryRow[]): Promise<EntryLineView[]> {
    const programId = rows[0]?.programId;
    if (programId === undefined) return [];
    const program = await this.programs.load(manager, programId);
    const catalogue = this.catalogues.index(program.catalogueEdition);
    const people = await this.programs.everybody(manager, programId);
    const siteNames = new Map((await this.programs.sites(manager, programId)).map((site) => [site.id, site.name]));
    const entryId = In(rows.map((row) => row.id));
    const shown = new Map(rows.map((row) => [row.id, shownNumber(row)]));
    const versions = new Map(
      (await manager.findBy(EntryVersionRow, { programId, entryId }))
        .filter((version) => shown.get(version.entryId) === version.number)
        .map((version) => [version.entryId, version]),
    );
    const ratings = new Map(
      (await manager.findBy(DecisionRow, { programId, entryId, live: 1, kind: 'approved' }))
        .filter((decision) => shown.get(decision.entryId) === decision.number)
        .map((decision) => [decision.entryId, decision]),
    );
    return rows.flatMap((row) => {
      const version = versions.get(row.id);
      if (!version) return [];
      const siteName = siteNames.get(version.content.siteId ?? '');
      const help = this.helpFor(actor, row, { version, rating: ratings.get(row.id) });
      return {
        id: row.id,
        version: row.version,
        state: row.state,
        performedOn: version.content.performedOn,
        fellow: named(people, row.fellowId),
        ...(row.supervisorId === null ? {} : { supervisor: named(people, row.supervisorId) }),
        ...(siteName === undefined ? {} : { siteName }),
        procedures: version.content.procedures.map((procedure) => ({
          itemId: procedure.itemId,
          itemName: catalogue.item(procedure.itemId)?.name ?? procedure.itemId,
          where: whereOf(procedure),
          ...(procedure.role === undefined ? {} : { role: procedure.role }),
        })),
        ...(version.submittedAt === null ? {} : { submittedAt: version.submittedAt }),
        ...(version.lateDays === null ? {} : { lateDays: version.lateDays }),
        ...(help === undefined ? {} : { help }),
        simulation: version.content.simulation,
      };
    });
  }

  /** The supervisor's rating, for those who may read it and once it is open to them. */
  private helpFor(
    actor: Actor,
    row: EntryRow,
    { version, rating }: { version: EntryVersionRow; rating: DecisionRow | undefined },
  ): Help | undefined {
    if (!rating || rating.help === null || !can.readNarrative(actor, factsOf(row)).ok) return undefined;
    const selfRated = version.content.procedures.every((procedure) => procedure.selfHelp !== undefined);
    const open = ratingsOpen({ selfRated, ratedAt: rating.at, submittedAt: version.submittedAt }, this.clock.now());
    return row.fellowId !== actor.personId || open.toFellow ? (rating.help as Help) : undefined;
  }
}

function named(people: ReadonlyMap<string, NamedPerson>, id: string): { id: string; name: string } {
  return { id, name: people.get(id)?.name ?? '' };
}
