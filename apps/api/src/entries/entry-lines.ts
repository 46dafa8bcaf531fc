import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { can, type Actor } from '@countersign/domain/access';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { ratingsOpen, type Help } from '@countersign/domain/entry';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import { Clock } from '../platform/clock';
import { Programs, type NamedPerson } from '../programs/programs';
import { whereOf } from './entry-content';
import { factsOf, shownNumber } from './entry-store';
import { DecisionRow, EntryVersionRow, type EntryRow } from './entry.row';

/** What the lines of one list share. */
interface LinesAround {
  readonly actor: Actor;
  readonly catalogue: CatalogueIndex;
  readonly people: ReadonlyMap<string, NamedPerson>;
  readonly siteNames: ReadonlyMap<string, string>;
  readonly ratings: ReadonlyMap<string, DecisionRow>;
}

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
    const entryId = In(rows.map((row) => row.id));
    const shown = new Map(rows.map((row) => [row.id, shownNumber(row)]));
    const isShown = (one: { entryId: string; number: number }) => shown.get(one.entryId) === one.number;
    const versions = (await manager.findBy(EntryVersionRow, { programId, entryId })).filter(isShown);
    const ratings = (
      await manager.findBy(DecisionRow, { programId, entryId, live: 1, kind: 'approved' })
    ).filter(isShown);
    const around: LinesAround = {
      actor,
      catalogue: this.catalogues.index(program.catalogueEdition),
      people: await this.programs.everybody(manager, programId),
      siteNames: new Map((await this.programs.sites(manager, programId)).map((site) => [site.id, site.name])),
      ratings: new Map(ratings.map((decision) => [decision.entryId, decision])),
    };
    const byEntry = new Map(versions.map((version) => [version.entryId, version]));
    return rows.flatMap((row) => {
      const version = byEntry.get(row.id);
      return version ? [this.line(row, version, around)] : [];
    });
  }

  private line(row: EntryRow, version: EntryVersionRow, around: LinesAround): EntryLineView {
    const { content, submittedAt, lateDays } = version;
    const siteName = around.siteNames.get(content.siteId ?? '');
    const help = this.helpFor(around.actor, row, { version, rating: around.ratings.get(row.id) });
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      performedOn: content.performedOn,
      fellow: named(around.people, row.fellowId),
      ...(row.supervisorId === null ? {} : { supervisor: named(around.people, row.supervisorId) }),
      ...(siteName === undefined ? {} : { siteName }),
      procedures: content.procedures.map((procedure) => ({
        itemId: procedure.itemId,
        itemName: around.catalogue.item(procedure.itemId)?.name ?? procedure.itemId,
        where: whereOf(procedure),
        ...(procedure.role === undefined ? {} : { role: procedure.role }),
      })),
      ...(submittedAt === null ? {} : { submittedAt }),
      ...(lateDays === null ? {} : { lateDays }),
      ...(help === undefined ? {} : { help }),
      simulation: content.simulation,
    };
  }

  /** The supervisor's rating, for those who may read it and once it is open to them. */
  private helpFor(
    actor: Actor,
    row: EntryRow,
    { version, rating }: { version: EntryVersionRow; rating: DecisionRow | undefined },
  ): Help | undefined {
    if (!rating || rating.help === null || !can.readNarrative(actor, factsOf(row)).ok) return undefined;
    const selfRated = version.content.procedures.every((procedure) => procedure.selfHelp !== undefined);
    const open = ratingsOpen(
      { selfRated, ratedAt: rating.at, submittedAt: version.submittedAt },
      this.clock.now(),
    );
    return row.fellowId !== actor.personId || open.toFellow ? (rating.help as Help) : undefined;
  }
}

function named(people: ReadonlyMap<string, NamedPerson>, id: string): { id: string; name: string } {
  return { id, name: people.get(id)?.name ?? '' };
}
