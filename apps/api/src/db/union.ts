import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The rows of several SELECTs with the same columns in one statement, one after another. */
export async function unionOf<Row>(
  manager: EntityManager,
  queries: readonly SelectQueryBuilder<ObjectLiteral>[],
): Promise<Row[]> {
  const parts = queries.map((query) => query.getQueryAndParameters());
  return manager.query(
    parts.map(([sql]) => sql).join(' UNION ALL '),
    parts.flatMap(([, parameters]) => parameters),
  );
}
