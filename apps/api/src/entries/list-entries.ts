import { Inject, Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { entriesToRead } from '@countersign/domain/access';
import { isCivilDate } from '@countersign/domain/calendar';
import { checkListing } from '@countersign/domain/entry';
import type { EntryQuery } from '@countersign/contracts/entries/bodies';
import type { EntryPageView } from '@countersign/contracts/entries/views';
import { whereScope } from '../access/scope-sql';
import type { Reading } from '../db/context';
import { countingAll } from '../db/raw-rows';
import { mustAll, ProblemException } from '../platform/problem';
import { EntryLines } from './entry-lines';
import { listedEntries } from './listed-entries';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow } from './entry.row';
import { listedNumberSql } from './standing';

const PAGE = 50;

/** Lists entries within the reader's scope. */
@Injectable()
export class ListEntries {
  constructor(@Inject(EntryLines) private readonly lines: EntryLines) {}

  /** A page of the entries that fit the query. */
  async run(view: Reading, programId: string, query: EntryQuery): Promise<EntryPageView> {
    mustAll([...checkListing(query)]);
    const { manager, actor } = view;
    const matching = whereScope(
      manager.createQueryBuilder(EntryRow, 'entry'),
      entriesToRead(actor, programId),
    );
    narrow(matching, actor.personId, query);
    const all = matching.clone();
    countingAll(matching);
    if (query.cursor !== undefined) after(matching, query.cursor);
    matching
      .orderBy('entry.performedOn', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(PAGE + 1);
    const { found, total } = await listedEntries(view, matching);
    const page = found.slice(0, PAGE);
    const last = page.at(-1)?.row;
    return {
      entries: await this.lines.of(view, page),
      // A page behind the last has no row that tells.
      total: found.length === 0 && query.cursor !== undefined ? await all.getCount() : total,
      ...(found.length > PAGE && last ? { next: `${last.performedOn}_${last.id}` } : {}),
    };
  }
}

type Query = SelectQueryBuilder<EntryRow>;

function narrow(entries: Query, readerId: string, query: EntryQuery): void {
  const { fellowId, state, fromOn, toOn } = query;
  entries.setParameter('readerId', readerId);
  if (fellowId !== undefined) entries.andWhere('entry.fellowId = :fellowId', { fellowId });
  // An amended entry keeps counting with its approved version, so it belongs to the approved ones.
  if (state === 'approved') entries.andWhere('entry.approvedNumber IS NOT NULL');
  else if (state !== undefined) entries.andWhere('entry.state = :state', { state });
  if (fromOn !== undefined) entries.andWhere('entry.performedOn >= :fromOn', { fromOn });
  if (toOn !== undefined) entries.andWhere('entry.performedOn <= :toOn', { toOn });
  narrowByContent(entries, query);
  narrowByAmendment(entries, query.amendment);
}

/** Looks at the version that the list shows, so that a line has what was asked for. */
function narrowByContent(entries: Query, { groupId, itemId, simulation }: EntryQuery): void {
  if (simulation !== undefined) {
    const flag = simulation === 'true' ? 1 : 0;
    whereListed(entries, EntryVersionRow, { condition: 'part.simulation = :flag', values: { flag } });
  }
  if (groupId === undefined && itemId === undefined) return;
  const conditions = [
    ...(groupId === undefined ? [] : ['part.groupId = :groupId']),
    ...(itemId === undefined ? [] : ['part.itemId = :itemId']),
  ];
  // Group and item are those of one procedure, not of two.
  whereListed(entries, EntryProcedureRow, {
    condition: conditions.join(' AND '),
    values: { groupId, itemId },
  });
}

function whereListed(
  entries: Query,
  part: typeof EntryVersionRow | typeof EntryProcedureRow,
  { condition, values }: { condition: string; values: ObjectLiteral },
): void {
  entries.andWhere((outer) => {
    const listed = outer
      .subQuery()
      .select('1')
      .from<EntryVersionRow | EntryProcedureRow>(part, 'part')
      .where('part.programId = entry.programId AND part.entryId = entry.id')
      .andWhere(`part.number = ${listedNumberSql}`)
      .andWhere(condition);
    return `EXISTS ${listed.getQuery()}`;
  }, values);
}

/** An amendment was returned while its version is the newest and has a live return beside a version that counts. */
function narrowByAmendment(entries: Query, amendment: EntryQuery['amendment']): void {
  if (amendment === 'waiting') entries.andWhere("entry.state = 'amended'");
  if (amendment !== 'returned') return;
  entries.andWhere("entry.state = 'approved'").andWhere((outer) => {
    const returned = outer
      .subQuery()
      .select('1')
      .from(DecisionRow, 'decision')
      .where('decision.programId = entry.programId AND decision.entryId = entry.id')
      .andWhere("decision.number = entry.number AND decision.slot = 'decision' AND decision.live = 1")
      .andWhere("decision.kind = 'returned'");
    return `EXISTS ${returned.getQuery()}`;
  });
}

/** Goes on after the last entry of the page before; the pair of date and id is unique and ordered. */
function after(entries: Query, cursor: string): void {
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  if (!match || !isCivilDate(match[1] ?? ''))
    throw new ProblemException('request/invalid', [{ pointer: '/cursor', code: 'request/wrong-type' }]);
  const [, on, id] = match;
  entries.andWhere('(entry.performedOn < :on OR (entry.performedOn = :on AND entry.id < :id))', { on, id });
}
