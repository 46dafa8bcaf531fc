import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Help } from '@countersign/domain/entry';
import type { AmendmentView, EntryLineView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { People, type NamedPerson } from '../people/people';
import { Programs } from '../programs/programs';
import { EntrySight, type DecidedVersion, type Reader } from './entry-sight';
import { DecisionRow, EntryVersionRow, type EntryRow } from './entry.row';
import { personView } from './person-view';
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
    const entryId = In(rows.map((row) => row.id));
    const versions = await manager.findBy(EntryVersionRow, { programId, entryId });
    const decisions = await manager.findBy(DecisionRow, { programId, entryId, live: 1 });
    const sites = await this.programs.sites(view, programId);
    const around: LinesAround = {
      reader: view,
      catalogues: this.catalogues,
      people: await this.people.everybody(view, programId),
      siteNames: new Map(sites.map((site) => [site.id, site.name])),
    };
    return rows.map((row) => {
      const own = versions.filter((version) => version.entryId === row.id);
      const number = listedNumber(row, actor.personId);
      const version = own.find((one) => one.number === number);
      if (!version) throw new Error(`entry ${row.id} has no version ${number}`);
      const made = decisions.filter((one) => one.entryId === row.id && one.number === number);
      const lateDays = own.find((one) => one.number === 1)?.lateDays ?? null;
      return lineView(row, { listed: { version, decisions: made }, lateDays, around });
    });
  }
}

function lineView(
  row: EntryRow,
  parts: { listed: DecidedVersion; lateDays: number | null; around: LinesAround },
): EntryLineView {
  const { listed, lateDays, around } = parts;
  const { content, submittedAt, edition } = listed.version;
  const catalogue = around.catalogues.index(edition);
  const siteName = around.siteNames.get(content.siteId ?? '');
  const help = helpFor(new EntrySight(row, around.reader), listed);
  const amendment = amendmentOf(row, around);
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
    procedures: content.procedures.map((procedure) => ({
      itemId: procedure.itemId,
      itemName: catalogue.item(procedure.itemId)?.name ?? procedure.itemId,
      levels: procedure.levels.map((level) => ({ ...level })),
      ...(procedure.side === undefined ? {} : { side: procedure.side }),
      ...(procedure.role === undefined ? {} : { role: procedure.role }),
    })),
    ...(submittedAt === null ? {} : { submittedAt }),
    ...(lateDays === null ? {} : { lateDays }),
    ...(amendment === undefined ? {} : { amendment }),
    ...(help === undefined ? {} : { help }),
    simulation: content.simulation,
  };
}

/** The supervisor's rating of what is listed, once it is open to the reader. */
function helpFor(sight: EntrySight, listed: DecidedVersion): Help | undefined {
  const rating = listed.decisions.find(({ help }) => help !== null);
  return rating && sight.said(rating, listed).rating ? (rating.help as Help) : undefined;
}

function amendmentOf(row: EntryRow, { people }: LinesAround): AmendmentView | undefined {
  const { state, supervisorId, submittedAt, decision } = row;
  if (state === 'amended' && supervisorId !== null && submittedAt !== null)
    return { state: 'waiting', supervisor: personView(people, supervisorId), at: submittedAt };
  const wasReturned = decision?.kind === 'returned' && decision.number === row.number;
  if (state !== 'approved' || !wasReturned) return undefined;
  return { state: 'returned', supervisor: personView(people, decision.byId), at: decision.at };
}
