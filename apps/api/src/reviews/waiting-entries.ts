import { Inject, Injectable } from '@nestjs/common';
import type { EntryField, Scope } from '@countersign/domain/access';
import type { ProcedureRole } from '@countersign/domain/catalogue';
import type { BatchEntry } from '@countersign/domain/entry';
import type { EntryView } from '@countersign/contracts/entries/views';
import { Catalogues } from '../catalogue/catalogues';
import { whereScope } from '../access/scope-sql';
import type { Reading } from '../db/context';
import { certainRowReader, countingAll, type RawRow } from '../db/raw-rows';
import { EntryRow, EntryVersionRow } from '../entries/entry.row';
import { EntryViews } from '../entries/entry-views';
import { earlierCases, type EarlierCases } from './earlier-cases';

/** An entry with its view and as the rules about batches see it. */
export interface WaitingEntry {
  readonly row: EntryRow;
  readonly view: EntryView;
  readonly asBatched: BatchEntry;
}

/** Entries, how many match in all, and what their fellows did before in their items. */
export interface WaitingEntries {
  readonly entries: readonly WaitingEntry[];
  readonly total: number;
  readonly earlier: EarlierCases;
}

interface Narrowing {
  readonly programId: string;
  readonly scope: Scope<EntryField>;
  readonly entryIds?: readonly string[];
  readonly most: number;
}

/** Reads entries with all that tells whether they are alike. */
@Injectable()
export class ReadWaiting {
  constructor(
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  /** The entries of a scope, oldest submission first. */
  async run(view: Reading, { programId, scope, entryIds, most }: Narrowing): Promise<WaitingEntries> {
    const query = whereScope(view.manager.createQueryBuilder(EntryRow, 'entry'), scope);
    if (entryIds?.length === 0) query.andWhere('1 = 0');
    else if (entryIds) query.andWhere('entry.id IN (:...entryIds)', { entryIds: [...entryIds] });
    query
      .innerJoin(
        EntryVersionRow,
        'newest',
        'newest.programId = entry.programId AND newest.entryId = entry.id AND newest.number = entry.number',
      )
      .addSelect('newest.edition', 'edition');
    const found = await countingAll(query)
      .orderBy('entry.submittedAt', 'ASC')
      .addOrderBy('entry.id', 'ASC')
      .limit(most)
      .getRawMany<RawRow & { total: number | string; edition: string }>();
    const rowIn = certainRowReader(view.manager, EntryRow, 'entry');
    const rows = found.map((raw) => ({ row: rowIn(raw), edition: raw.edition }));
    const views = await this.views.many(
      view,
      rows.map(({ row }) => row),
    );
    const itemIds = new Set(views.flatMap(itemsOf));
    const fellowIds = new Set(rows.map(({ row }) => row.fellowId));
    const earlier = await earlierCases(view, { programId, itemIds: [...itemIds], fellowIds: [...fellowIds] });
    return {
      entries: rows.map(({ row, edition }, place) => {
        const own = views[place];
        if (!own) throw new Error(`entry ${row.id} has no view`);
        return { row, view: own, asBatched: this.asBatched(row, own, { edition, earlier }) };
      }),
      total: Number(found[0]?.total ?? 0),
      earlier,
    };
  }

  private asBatched(
    row: EntryRow,
    { content, versions }: EntryView,
    { edition, earlier }: { readonly edition: string; readonly earlier: EarlierCases },
  ): BatchEntry {
    const catalogue = this.catalogues.index(edition);
    const itemIds = content.procedures.map(({ itemId }) => itemId);
    const usual = itemIds.flatMap((id): [string, readonly ProcedureRole[]][] => {
      const item = catalogue.item(id);
      return item ? [[id, item.usualRoles]] : [];
    });
    return {
      id: row.id,
      fellowId: row.fellowId,
      supervisorId: row.assignedId ?? row.supervisorId ?? '',
      content,
      late: versions[0]?.lateDays !== undefined,
      sentAgain: row.number > 1,
      approvedRoles: earlier.rolesOf(row.fellowId, itemIds),
      usualRoles: new Map(usual),
    };
  }
}

function itemsOf({ content }: EntryView): string[] {
  return content.procedures.map(({ itemId }) => itemId);
}
