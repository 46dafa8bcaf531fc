import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { readerOf, type Reader } from './columns';

/** A row as the driver brings it: `alias_column` by value. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Which value of a raw row becomes which property, and how. */
type Part = readonly [property: string, key: string, read: Reader];

/** The parts of a row by its table and alias: they are the same for every request. */
const known = new WeakMap<EntityMetadata, Map<string, readonly Part[]>>();

function partsOf(metadata: EntityMetadata, alias: string): readonly Part[] {
  const byAlias = known.get(metadata) ?? new Map<string, readonly Part[]>();
  known.set(metadata, byAlias);
  const parts =
    byAlias.get(alias) ??
    metadata.columns.map((column): Part => {
      return [column.propertyName, `${alias}_${column.databaseName}`, readerOf(column)];
    });
  byAlias.set(alias, parts);
  return parts;
}

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
  const metadata = connection.getMetadata(entity);
  const parts = partsOf(metadata, alias);
  const firstKey = `${alias}_${metadata.primaryColumns[0]?.databaseName}`;
  return (raw) => {
    if (raw[firstKey] === null) return null;
    const row: Record<string, unknown> = {};
    for (const [property, key, read] of parts) row[property] = read(raw[key]);
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
