import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { WaitingListView, WaitingEntryView } from '@countersign/contracts/reviews/waiting-views';
import { Catalogues } from '../catalogue/catalogues';
import type { Reading } from '../db/context';
import { certainRowReader, type RawRow } from '../db/raw-rows';
import { EntryRow, EntryVersionRow } from '../entries/entry.row';
import { People } from '../people/people';
import { grouped } from '../platform/grouped';
import { namesIn, type Names } from '../programs/names';
import { Programs, todayAt } from '../programs/programs';

/** What waits in a program, by the supervisor for whom it waits. */
@Injectable()
export class WaitingList {
  constructor(
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(People) private readonly people: People,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** Those who left first, then whoever has the oldest entry; each with the oldest first. */
  async run(view: Reading, programId: string): Promise<WaitingListView> {
    const program = await this.programs.load(view, programId);
    const names = await namesIn(view, programId);
    const on = todayAt(program, view);
    const supervisors = await this.people.withRole(view, { programId, role: 'supervisor', on });
    const entries = await this.entries(view, programId);
    const groups = [...grouped(entries, ({ row }) => row.assignedId ?? row.supervisorId ?? '')].map(
      ([id, own]) => ({
        supervisor: names.person(id),
        left: !supervisors.some((one) => one.id === id),
        entries: own.map((one) => this.line(one, names)),
      }),
    );
    const { fallbackPersonId, fallbackAfterDays } = program;
    return {
      groups: groups.sort(
        (one, other) => Number(other.left) - Number(one.left) || oldest(one) - oldest(other),
      ),
      supervisors: supervisors.map(({ id, name }) => ({ id, name })),
      ...(fallbackPersonId === null || fallbackAfterDays === null
        ? {}
        : { fallback: { person: names.person(fallbackPersonId), afterDays: fallbackAfterDays } }),
    };
  }

  private async entries({ manager }: Reading, programId: string): Promise<Waiting[]> {
    const found = await manager
      .createQueryBuilder(EntryRow, 'entry')
      .where({ programId, state: In(['submitted', 'amended']) })
      .innerJoinAndSelect(
        EntryVersionRow,
        'newest',
        'newest.programId = entry.programId AND newest.entryId = entry.id AND newest.number = entry.number',
      )
      .orderBy('entry.submittedAt', 'ASC')
      .addOrderBy('entry.id', 'ASC')
      .getRawMany<RawRow>();
    const [rowIn, versionIn] = [
      certainRowReader(manager, EntryRow, 'entry'),
      certainRowReader(manager, EntryVersionRow, 'newest'),
    ];
    return found.map((raw) => ({ row: rowIn(raw), version: versionIn(raw) }));
  }

  private line({ row, version }: Waiting, names: Names): WaitingEntryView {
    const { procedures, performedOn } = version.content;
    const catalogue = this.catalogues.index(version.edition);
    const handed =
      row.assignedId !== null && row.supervisorId !== null && row.assignedId !== row.supervisorId;
    return {
      ...{ id: row.id, revision: row.revision, performedOn },
      fellow: names.person(row.fellowId),
      ...(handed ? { named: names.person(row.supervisorId ?? '') } : {}),
      itemNames: procedures.map(({ itemId }) => catalogue.item(itemId)?.name ?? itemId),
      submittedAt: row.submittedAt ?? row.createdAt,
    };
  }
}

interface Waiting {
  readonly row: EntryRow;
  readonly version: EntryVersionRow;
}

function oldest({ entries }: { readonly entries: readonly WaitingEntryView[] }): number {
  return Math.min(...entries.map(({ submittedAt }) => submittedAt));
}
