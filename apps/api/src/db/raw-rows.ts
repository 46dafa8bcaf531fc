import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A row as the driver brings it: `alias_column` by value. */
export type RawRow = Readonly<Record<string, unknown>>;

/**
 * Reads the columns of one alias out of raw rows, with the conversions that the columns have. Lists use it, because
 * TypeORM's own mapping groups and compares whole rows, which for lists of rows that are unique anyway is half of what
 * they cost.
 * @returns null for an outer join that found nothing
 */
export function rowReader<Row extends ObjectLiteral>(
  { connection }: EntityManager,
  entity: EntityTarget<Row>,
  alias: string,
): (raw: RawRow) => Row | null {
  const { columns, primaryColumns } = connection.getMetadata(entity);
  const parts = columns.map((column) => ({ column, key: `${alias}_${column.databaseName}` }));
  const [first] = primaryColumns;
  const firstKey = `${alias}_${first?.databaseName}`;
  return (raw) => {
    if (raw[firstKey] === null) return null;
    const row: Record<string, unknown> = {};
    for (const { column, key } of parts)
      row[column.propertyName] = connection.driver.prepareHydratedValue(raw[key], column) as unknown;
    return row as Row;
  };
}

/** As {@link rowReader}, of an alias that every row has. */
export function certainRowReader<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  alias: string,
): (raw: RawRow) => Row {
  const read = rowReader(manager, entity, alias);
  return (raw) => {
    const row = read(raw);
    if (row === null) throw new Error(`a row without ${alias}`);
    return row;
  };
}

/** Has every row say in `total` how many rows the query finds as it stands: to be called before a page is cut out. */
export function countingAll<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
): SelectQueryBuilder<Row> {
  return query.addSelect(`(${query.clone().select('COUNT(*)').getQuery()})`, 'total');
}
