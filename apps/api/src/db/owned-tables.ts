import type { EntityManager, EntityMetadata } from 'typeorm';

/**
 * Every table whose rows name their owner in this column, each before what it refers to: the order in which they can be
 * deleted. Read from the rows themselves, so that a new table cannot be forgotten.
 */
export function ownedTables(manager: EntityManager, column: string): readonly EntityMetadata['target'][] {
  let left = manager.connection.entityMetadatas.filter(({ columns }) =>
    columns.some(({ propertyName }) => propertyName === column),
  );
  const order: EntityMetadata[] = [];
  while (left.length > 0) {
    const free = left.filter((table) => !left.some((other) => other !== table && refersTo(other, table)));
    if (free.length === 0) throw new Error('tables refer to one another in a circle');
    order.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return order.map(({ target }) => target);
}

function refersTo(table: EntityMetadata, other: EntityMetadata): boolean {
  return table.foreignKeys.some(({ referencedEntityMetadata }) => referencedEntityMetadata === other);
}
