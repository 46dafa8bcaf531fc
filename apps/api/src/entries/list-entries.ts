import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { entriesToRead, type Actor } from '@countersign/domain/access';
import type { EntryQuery } from '@countersign/contracts/entries/bodies';
import type { EntryPageView } from '@countersign/contracts/entries/views';
import { whereScope } from '../access/scope-sql';
import { Db } from '../db/db';
import { ProblemException } from '../platform/problem';
import { EntryLines } from './entry-lines';
import { EntryProcedureRow, EntryRow } from './entry.row';

const PAGE = 50;

/** Lists entries within the reader's scope. */
@Injectable()
export class ListEntries {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryLines) private readonly lines: EntryLines,
  ) {}

  async run(actor: Actor, programId: string, query: EntryQuery): Promise<EntryPageView> {
    return this.db.read(async (manager) => {
      const matching = whereScope(
        manager.createQueryBuilder(EntryRow, 'entry'),
        entriesToRead(actor, programId),
      );
      narrow(matching, query);
      const total = await matching.getCount();
      if (query.cursor !== undefined) after(matching, query.cursor);
      const rows = await matching
        .orderBy('entry.performedOn', 'DESC')
        .addOrderBy('entry.id', 'DESC')
        .take(PAGE + 1)
        .getMany();
      const page = rows.slice(0, PAGE);
      const last = page.at(-1);
      return {
        entries: await this.lines.of(manager, actor, page),
        total,
        ...(rows.length > PAGE && last ? { next: `${last.performedOn}_${last.id}` } : {}),
      };
    });
  }
}

type Query = SelectQueryBuilder<EntryRow>;

function narrow(entries: Query, query: EntryQuery): void {
  const { fellowId, state, groupId, itemId, fromOn, toOn } = query;
  if (fellowId !== undefined) entries.andWhere('entry.fellowId = :fellowId', { fellowId });
  // An amended entry keeps counting with its approved version, so it belongs to the approved ones.
  if (state === 'approved') entries.andWhere('entry.approvedNumber IS NOT NULL');
  else if (state !== undefined) entries.andWhere('entry.state = :state', { state });
  if (fromOn !== undefined) entries.andWhere('entry.performedOn >= :fromOn', { fromOn });
  if (toOn !== undefined) entries.andWhere('entry.performedOn <= :toOn', { toOn });
  if (groupId !== undefined || itemId !== undefined) {
    entries.andWhere(
      (outer) => {
        const procedures = outer
          .subQuery()
          .select('1')
          .from(EntryProcedureRow, 'procedure')
          .where('procedure.programId = entry.programId AND procedure.entryId = entry.id')
          .andWhere(
            `procedure.number = CASE WHEN entry.state = 'approved' THEN entry.approvedNumber ELSE entry.number END`,
          );
        if (groupId !== undefined) procedures.andWhere('procedure.groupId = :groupId');
        if (itemId !== undefined) procedures.andWhere('procedure.itemId = :itemId');
        return `EXISTS ${procedures.getQuery()}`;
      },
      { groupId, itemId },
    );
  }
}

/** Goes on after the last entry of the page before; the pair of date and id is unique and ordered. */
function after(entries: Query, cursor: string): void {
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(cursor);
  if (!match)
    throw new ProblemException('request/invalid', [{ pointer: '/cursor', code: 'request/wrong-type' }]);
  const [, on, id] = match;
  entries.andWhere('(entry.performedOn < :on OR (entry.performedOn = :on AND entry.id < :id))', { on, id });
}
