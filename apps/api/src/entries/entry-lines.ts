import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { asCounted, lifeOf, type Help } from '@countersign/domain/entry';
import type { AmendmentView, EntryLineView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { People, type NamedPerson } from '../people/people';
import { grouped } from '../platform/grouped';
import { Programs } from '../programs/programs';
import { EntrySight, type DecidedVersion, type Reader } from './entry-sight';
import { EntryVersionRow, type EntryRow } from './entry.row';
import { personView } from './person-view';
import { ratedDecisions, type RatedDecision } from './rated-decisions';
import { listedNumber } from './standing';

/** What the lines of one list share. */
interface LinesAround {
  readonly reader: Reader;
  readonly people: ReadonlyMap<string, NamedPerson>;
  readonly siteNames: ReadonlyMap<string, string>;
  readonly catalogues: Catalogues;
}

/** Builds the lines of lists, for many entries at once. */
@Injectable()
export class EntryLines {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(People) private readonly people: People,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
  ) {}

  /** The lines of entries of one program, in the given order. */
  async of(view: Reading, rows: readonly EntryRow[]): Promise<EntryLineView[]> {
    const programId = rows[0]?.programId;
    if (programId === undefined) return [];
    const { manager, actor } = view;
    const entryIds = rows.map((row) => row.id);
    const versions = grouped(
      await manager.findBy(EntryVersionRow, { programId, entryId: In(entryIds) }),
      ({ entryId }) => entryId,
    );
    const decisions = grouped(
      await ratedDecisions(view, { programId, entryIds, undone: false }),
      ({ entryId }) => entryId,
    );
    const sites = await this.programs.sites(view, programId);
    const around: LinesAround = {
      reader: view,
      catalogues: this.catalogues,
      people: await this.people.everybody(view, programId),
      siteNames: new Map(sites.map((site) => [site.id, site.name])),
    };
    return rows.map((row) => {
      const own = versions.get(row.id) ?? [];
      const number = listedNumber(row, actor.personId);
      const version = own.find((one) => one.number === number);
      if (!version) throw new Error(`entry ${row.id} has no version ${number}`);
      const made = decisions.get(row.id) ?? [];
      const lateDays = own.find((one) => one.number === 1)?.lateDays ?? null;
      return lineView(row, { version, made, lateDays, around });
    });
  }
}

/** What one line is made of. */
interface LineParts {
  /** The version that the line shows. */
  readonly version: EntryVersionRow;
  /** What stands of everything that was said about the entry. */
  readonly made: readonly RatedDecision[];
  readonly lateDays: number | null;
  readonly around: LinesAround;
}

function lineView(row: EntryRow, parts: LineParts): EntryLineView {
  const { version, made, lateDays, around } = parts;
  const { number, submittedAt, edition } = version;
  const content = asCounted(version.content, number, lifeOf(row, made).correction);
  const listed = { version, decisions: made.filter((one) => one.number === number) };
  const catalogue = around.catalogues.index(edition);
  const siteName = around.siteNames.get(content.siteId ?? '');
  const helpAt = helpsFor(new EntrySight(row, around.reader), listed);
  const amendment = amendmentOf(row, made, around);
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    performedOn: content.performedOn,
    fellow: personView(around.people, row.fellowId),
    ...(content.supervisorId === undefined
      ? {}
      : { supervisor: personView(around.people, content.supervisorId) }),
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
  { people }: LinesAround,
): AmendmentView | undefined {
  const { state, number, supervisorId, submittedAt } = row;
  if (state === 'amended' && supervisorId !== null && submittedAt !== null)
    return { state: 'waiting', supervisor: personView(people, supervisorId), at: submittedAt };
  const returned = made.find((one) => one.kind === 'returned' && one.number === number);
  if (state !== 'approved' || !returned) return undefined;
  return { state: 'returned', supervisor: personView(people, returned.byId), at: returned.at };
}
