import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import { loggedTable, type LoggedTable } from './logged';
import { INSTALLATION } from './row-changes';

/** A table with the rows in it that belong to one log. */
export interface TableOfLog {
  readonly metadata: EntityMetadata;
  readonly table: LoggedTable;
  readonly where: ObjectLiteral;
}

/** Every table of which a log tells the rows. */
export function tablesOfLog(manager: EntityManager, logId: string): readonly TableOfLog[] {
  return manager.connection.entityMetadatas.flatMap((metadata) => {
    const table = loggedTable(metadata);
    if (!table || (table.log === INSTALLATION) !== (logId === INSTALLATION)) return [];
    return [{ metadata, table, where: table.owner === undefined ? {} : { [table.owner]: logId } }];
  });
}
