import type { DataSource } from 'typeorm';
import { EventRow, LogHeadRow } from './event.row';

/** A user of MySQL or MariaDB as grants name it: `name@host`, with `%` for any host. */
const USER = /^([\w.-]{1,32})(?:@([\w.%:-]{1,60}))?$/;

/**
 * The rights that the server's own user needs once the schema is there, as statements of MySQL and MariaDB: all on every
 * table of the product, and on events no more than to read and to add them. Null for a user that cannot be named so.
 *
 * In a log that began before 0.2.0 old events hold words of people; a redaction empties them, which takes the right to
 * change that one column. Whoever has it can empty an event or write other words, and both are found: `verify` accepts an
 * empty event only where a redaction accounts for it, and other words do not hash to the leaf.
 */
export async function grantsFor(source: DataSource, user: string): Promise<readonly string[] | null> {
  const [, name, host = '%'] = USER.exec(user) ?? [];
  if (name === undefined) return null;
  const to = `TO '${name}'@'${host}'`;
  const database = String(source.driver.database);
  const on = (table: string) => `ON \`${database}\`.\`${table}\` ${to};`;
  const event = source.getMetadata(EventRow).tableName;
  const others = source.entityMetadatas.map(({ tableName }) => tableName).filter((table) => table !== event);
  return [
    `GRANT SELECT ${on('migrations')}`,
    ...[...new Set(others)].sort().map((table) => `GRANT SELECT, INSERT, UPDATE, DELETE ${on(table)}`),
    `GRANT SELECT, INSERT ${on(event)}`,
    ...((await hasOldEvents(source)) ? [`GRANT UPDATE (body) ${on(event)}`] : []),
  ];
}

/** Whether a log has events of the first epoch, which hold words. */
function hasOldEvents(source: DataSource): Promise<boolean> {
  return source.manager
    .createQueryBuilder(LogHeadRow, 'head')
    .where('head.epochSeq IS NULL OR head.epochSeq > 1')
    .getExists();
}
