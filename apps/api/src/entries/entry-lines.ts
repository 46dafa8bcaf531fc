import { Inject, Injectable } from '@nestjs/common';
import { asCounted, lifeOf, type Help } from '@countersign/domain/entry';
import type { AmendmentView, EntryLineView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { grouped } from '../platform/grouped';
import { namesIn, type Names } from '../programs/names';
import { EntrySight, type DecidedVersion, type Reader } from './entry-sight';
import type { EntryRow } from './entry.row';
import type { ListedEntry } from './listed-entries';
import { ratedDecisions, type RatedDecision } from './rated-decisions';

/** What the lines of one list share. */
interface LinesAround {
  readonly reader: Reader;
  readonly names: Names;
  readonly catalogues: Catalogues;
}

/** Builds the lines of lists, for many entries at once. */
@Injectable()
export class EntryLines {
  constructor(@Inject(Catalogues) private readonly catalogues: Catalogues) {}

  /** The lines of entries of one program, in the given order. */
  async of(view: Reading, entries: readonly ListedEntry[]): Promise<EntryLineView[]> {
    const programId = entries[0]?.row.programId;
    if (programId === undefined) return [];
    const entryIds = entries.map(({ row }) => row.id);
    const decisions = await ratedDecisions(view, { programId, entryIds, undone: false });
    const around: LinesAround = {
      reader: view,
      catalogues: this.catalogues,
      names: await namesIn(view, programId),
    };
    const decisionsOn = grouped(decisions, ({ entryId }) => entryId);
    return entries.map((entry) => lineView(entry, decisionsOn.get(entry.row.id) ?? [], around));
  }
}

function lineView(
  { row, version, lateDays }: ListedEntry,
  made: readonly RatedDecision[],
  around: LinesAround,
): EntryLineView {
  const { number, submittedAt, edition } = version;
  const content = asCounted(version.content, number, lifeOf(row, made).correction);
  const listed = { version, decisions: made.filter((one) => one.number === number) };
  const catalogue = around.catalogues.index(edition);
  const siteName = around.names.get(content.siteId ?? '');
  const helpAt = helpsFor(new EntrySight(row, around.reader), listed);
  const amendment = amendmentOf(row, made, around);
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    performedOn: content.performedOn,
    fellow: around.names.person(row.fellowId),
    ...(content.supervisorId === undefined ? {} : { supervisor: around.names.person(content.supervisorId) }),
    ...(row.assignedId === null ? {} : { assigned: around.names.person(row.assignedId) }),
    ...(siteName === undefined ? {} : { siteName }),
    procedures: content.procedures.map((procedure, position) => ({
      itemId: procedure.itemId,
      itemName: catalogue.item(procedure.itemId)?.name ?? procedure.itemId,
      levels: procedure.levels.map((level) => ({ ...level })),
      ...(procedure.side === undefined ? {} : { side: procedure.side }),
      ...(procedure.role === undefined ? {} : { role: procedure.role }),
      ...withHelp(helpAt.get(position)),
    })),
    ...(submittedAt === null ? {} : { submittedAt }),
    ...(lateDays === null ? {} : { lateDays }),
    ...(amendment === undefined ? {} : { amendment }),
    simulation: content.simulation,
  };
}

/** The supervisor's rating of each procedure that is listed, once it is open to the reader. */
function helpsFor(sight: EntrySight, listed: DecidedVersion): ReadonlyMap<number, Help> {
  const approval = listed.decisions.find(({ kind }) => kind === 'approved');
  const seen = approval !== undefined && sight.said(approval, listed).rating ? approval.ratings : [];
  return new Map(seen.map(({ position, help }) => [position, help]));
}

function withHelp(help: Help | undefined): { help?: Help } {
  return help === undefined ? {} : { help };
}

function amendmentOf(
  row: EntryRow,
  made: readonly RatedDecision[],
  { names }: LinesAround,
): AmendmentView | undefined {
  const { state, number, submittedAt } = row;
  const waitsFor = row.assignedId ?? row.supervisorId;
  if (state === 'amended' && waitsFor !== null && submittedAt !== null)
    return { state: 'waiting', supervisor: names.person(waitsFor), at: submittedAt };
  const returned = made.find((one) => one.kind === 'returned' && one.number === number);
  if (state !== 'approved' || !returned) return undefined;
  return { state: 'returned', supervisor: names.person(returned.byId), at: returned.at };
}
