import { In, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import {
  asCounted,
  countProcedure,
  recordedChoices,
  isFinal,
  lifeOf,
  ratingsOpen,
  type DraftContent,
  type DraftProcedure,
  type Help,
} from '@countersign/domain/entry';
import type { Catalogues } from '../catalogue/catalogues';
import { factId, type ProgramFact } from './program-facts';
import { DecisionRow, EntryRow, EntryVersionRow, RatingRow } from '../entries/entry.row';
import type { Reading } from '../db/context';
import { grouped } from '../platform/grouped';

/** The version of an entry that counts or waits, with what was said about it and the ratings of its lines. */
interface CountedEntry {
  readonly row: EntryRow;
  readonly version: EntryVersionRow;
  readonly decisions: readonly DecisionRow[];
  readonly ratings: readonly RatingRow[];
}

/**
 * The facts of these fellows' entries, made of the contents of their versions alone: what the columns that are laid out
 * for counting must say too.
 */
export async function factsFromContents(
  view: Reading,
  catalogues: Catalogues,
  { programId, fellowIds }: { readonly programId: string; readonly fellowIds: readonly string[] },
): Promise<ProgramFact[]> {
  const entries = await entriesOf(view.manager, programId, fellowIds);
  return entries.flatMap((entry) =>
    factsOf(entry, ratingsFor(view, entry), catalogues.index(entry.version.edition)),
  );
}

async function entriesOf(
  manager: EntityManager,
  programId: string,
  fellowIds: readonly string[],
): Promise<CountedEntry[]> {
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

/** The ratings that the reader may count, by the place of the procedure: all of a version or none. */
function ratingsFor(
  { actor, now }: Reading,
  { row, version, decisions, ratings }: CountedEntry,
): ReadonlyMap<number, RatingRow> {
  const approval = approvalOf({ decisions });
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
    id: factId(row.id, position),
    entryId: row.id,
    fellowId: row.fellowId,
    number: version.number,
    sentAt: version.submittedAt,
    approvedAt: approvalOf(entry)?.at ?? null,
    status: row.state,
    help: (ratings.get(position)?.help ?? null) as Help | null,
    scope: ratings.get(position)?.scope ?? null,
    ...encounterOf(content),
    supervisorId: approvalOf(entry)?.byId ?? row.assignedId ?? content.supervisorId ?? '',
    ...procedureOf(procedure, catalogue),
  }));
}

/** The approval of what counts. */
function approvalOf({ decisions }: Pick<CountedEntry, 'decisions'>): DecisionRow | undefined {
  return decisions.find(({ kind }) => kind === 'approved');
}

function encounterOf(content: DraftContent) {
  return {
    performedOn: content.performedOn,
    siteId: content.siteId ?? '',
    simulation: content.simulation,
    painCategory: content.painCategory ?? null,
    setting: content.setting ?? null,
    diagnosisGroup: content.diagnosisGroup ?? null,
    diagnosisId: content.diagnosisId ?? null,
    ageBand: content.ageBand ?? null,
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
    techniques: procedure.techniques,
    choices: item ? recordedChoices(procedure, item) : [],
    region: procedure.region ?? null,
    guidance: procedure.guidance ?? null,
    levels: item ? countProcedure(procedure, item).levels : 1,
  };
}
