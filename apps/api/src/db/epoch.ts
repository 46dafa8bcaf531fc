import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import { IsNull } from 'typeorm';
import { ROW_SNAPSHOT } from '@countersign/domain/ledger';
import { append, epochBegan, lockHead, SYSTEM, type NewEvent } from './event-log';
import { LogHeadRow } from './event.row';
import type { LoggedTable } from './logged';
import { tablesOfLog } from './logged-tables';
import { insertOf } from './row-changes';
import { inTransaction } from './transaction';

/** Rows that are read and written as snapshots at a time. */
const CHUNK = 500;

/**
 * Begins the second epoch in every log that was written before there was one: after its last event come `epoch.began`
 * and a snapshot of every row of the log's tables, so that from then on the log alone tells what is in them. One
 * transaction a log; done once, before anything else is written.
 */
export async function beginEpochs(source: DataSource, now: number): Promise<void> {
  const heads = await source.manager.find(LogHeadRow, { where: { epochSeq: IsNull() } });
  for (const { logId } of heads)
    await inTransaction(source, 'write', async (manager) => {
      const head = await lockHead(manager, logId);
      // Another server may have been first.
      if (head.epochSeq === null) await beginEpoch(manager, head, now);
    });
}

async function beginEpoch(manager: EntityManager, head: LogHeadRow, now: number): Promise<void> {
  const writing = { actorId: SYSTEM, at: now };
  const tables = tablesOfLog(manager, head.logId);
  let rows = 0;
  for (const { metadata, where } of tables) rows += await manager.countBy(metadata.target, where);
  await append(manager, head, { writing, events: [epochBegan(head, rows)] });
  for (const { metadata, table, where } of tables)
    for (let skip = 0; ; skip += CHUNK) {
      const found = await manager.find<ObjectLiteral>(metadata.target, {
        where,
        order: Object.fromEntries(table.key.map(({ property }) => [property, 'ASC'])),
        skip,
        take: CHUNK,
      });
      await append(manager, head, { writing, events: found.map((row) => snapshotOf(table, row)) });
      if (found.length < CHUNK) break;
    }
}

function snapshotOf(table: LoggedTable, row: ObjectLiteral): NewEvent {
  const named = table.key.find(({ property }) => property !== table.owner) ?? table.key[0];
  const { change } = insertOf(table, row);
  const id = named ? String(row[named.property]) : '';
  return { action: ROW_SNAPSHOT, object: `${table.name}:${id}`, data: {}, rows: [change] };
}
