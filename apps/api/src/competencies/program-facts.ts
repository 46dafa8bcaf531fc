import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { OutcomeFact } from '@countersign/domain/competency';
import {
  asCounted,
  countProcedure,
  isFinal,
  lifeOf,
  ratingsOpen,
  type DraftContent,
  type DraftProcedure,
  type Help,
} from '@countersign/domain/entry';
import { Catalogues } from '../catalogue/catalogues';
import { DecisionRow, EntryRow, EntryVersionRow, RatingRow } from '../entries/entry.row';
import type { Reading } from '../db/context';
import { grouped } from '../platform/grouped';
import type { ProgramRow } from '../programs/program.row';

/** A logged procedure as the rules see it, with whose it is. */
export interface ProgramFact extends OutcomeFact {
  readonly fellowId: string;
}

/** The version of an entry that counts or waits, with what was said about it and the ratings of its lines. */
interface CountedEntry {
  readonly row: EntryRow;
  readonly version: EntryVersionRow;
  readonly decisions: readonly DecisionRow[];
  readonly ratings: readonly RatingRow[];
}

/**
 * Lays out entries as facts for the requirement rules: of each entry the version that counts, or waits. A rating that may
 * still be taken back is not in yet; one that is not open to the fellow is no part of the numbers that the fellow reads,
 * or the numbers would tell it.
 */
@Injectable()
export class ProgramFacts {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /** Facts of the fellows' submitted, returned and counting entries. */
  async load(view: Reading, program: ProgramRow, fellowIds: readonly string[]): Promise<ProgramFact[]> {
    const entries = await this.entries(view.manager, program.id, fellowIds);
    return entries.flatMap((entry) => {
      const catalogue = this.catalogues.index(entry.version.edition);
      return factsOf(entry, ratingsFor(view, entry), catalogue);
    });
  }

  private async entries(
    manager: EntityManager,
    programId: string,
    fellowIds: readonly string[],
  ): Promise<CountedEntry[]> {
    if (fellowIds.length === 0) return [];
    const rows = await manager.findBy(EntryRow, {
      programId,
      fellowId: In([...fellowIds]),
      state: In(['submitted', 'returned', 'approved', 'amended']),
    });
    const shown = { programId, fellowIds };
    const versions = await ofShown(manager.createQueryBuilder(EntryVersionRow, 'part'), shown).getMany();
    const said = await ofShown(manager.createQueryBuilder(DecisionRow, 'part'), shown)
      .andWhere('part.live = 1')
      .getMany();
    const rated = await ofShown(manager.createQueryBuilder(RatingRow, 'part'), shown).getMany();
    const versionOf = new Map(versions.map((version) => [version.entryId, version]));
    const decisionsOf = grouped(said, ({ entryId }) => entryId);
    const ratingsOf = grouped(rated, ({ decisionId }) => decisionId);
    return rows.flatMap((row) => {
      const version = versionOf.get(row.id);
      const decisions = decisionsOf.get(row.id) ?? [];
      const ratings = decisions.flatMap(({ id }) => ratingsOf.get(id) ?? []);
      return version ? [{ row, version, decisions, ratings }] : [];
    });
  }
}

/** The ratings that the reader may count, by the place of the procedure: all of a version or none. */
function ratingsFor(
  { actor, now }: Reading,
  { row, version, decisions, ratings }: CountedEntry,
): ReadonlyMap<number, RatingRow> {
  const approval = decisions.find(({ kind }) => kind === 'approved');
  if (approval === undefined || !isFinal(approval, now)) return new Map();
  const state = {
    selfRated: version.selfRated,
    ratedAt: approval.at,
    submittedAt: version.submittedAt,
  };
  const isOpen = row.fellowId !== actor.personId || ratingsOpen(state, now).toFellow;
  return new Map(isOpen ? ratings.map((rating) => [rating.position, rating]) : []);
}

/** Narrows a query for parts of entries to the version of each that others see. */
function ofShown<Part extends ObjectLiteral>(
  query: SelectQueryBuilder<Part>,
  where: { readonly programId: string; readonly fellowIds: readonly string[] },
): SelectQueryBuilder<Part> {
  return query
    .innerJoin(EntryRow, 'entry', 'entry.programId = part.programId AND entry.id = part.entryId')
    .where('part.programId = :programId AND entry.fellowId IN (:...fellowIds)', where)
    .andWhere('part.number = entry.shownNumber');
}

function factsOf(
  entry: CountedEntry,
  ratings: ReadonlyMap<number, RatingRow>,
  catalogue: CatalogueIndex,
): ProgramFact[] {
  const { row, version, decisions } = entry;
  const content = asCounted(version.content, version.number, lifeOf(row, decisions).correction);
  return content.procedures.map((procedure, position) => ({
    id: `${row.id}:${position}`,
    entryId: row.id,
    fellowId: row.fellowId,
    status: row.state,
    help: (ratings.get(position)?.help ?? null) as Help | null,
    scope: ratings.get(position)?.scope ?? null,
    ...encounterOf(content),
    ...procedureOf(procedure, catalogue),
  }));
}

function encounterOf(content: DraftContent) {
  return {
    performedOn: content.performedOn,
    supervisorId: content.supervisorId ?? '',
    siteId: content.siteId ?? '',
    simulation: content.simulation,
    painCategory: content.painCategory ?? null,
    setting: content.setting ?? null,
  };
}

/** What was sent has a role and a supervision level; the weakest stand in for a record that has none. */
function procedureOf(procedure: DraftProcedure, catalogue: CatalogueIndex) {
  const item = catalogue.item(procedure.itemId);
  return {
    itemId: procedure.itemId,
    group: item?.group ?? '',
    kind: item?.kind ?? 'procedure',
    role: procedure.role ?? 'observed',
    supervision: procedure.supervision ?? 'direct',
    outcome: procedure.outcome ?? null,
    levels: item ? countProcedure(procedure, item).levels : 1,
  };
}
