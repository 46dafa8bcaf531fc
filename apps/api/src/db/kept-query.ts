import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A value of a statement. */
export type Value = string | number | null;
/**
 * The values of a statement by the name of its parameter; a list is for `IN (:...name)` and not empty. What is undefined
 * is not there, and the statement may be another for it.
 */
export type Values = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/** Builds a query; of several the rows come one after another (UNION ALL), and all have the same columns. */
type Build<Given extends Values> = (
  manager: EntityManager,
  values: Given,
) => SelectQueryBuilder<ObjectLiteral> | readonly SelectQueryBuilder<ObjectLiteral>[];

/** Stands in the built statement for a value, which each run brings. */
class Slot {
  constructor(
    readonly name: string,
    readonly place?: number,
  ) {}
}

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * A query that is built once and run often: TypeORM takes longer to put a statement together than SQLite to answer it.
 * It is kept for each database and length of its lists. What is built must not depend on the values: they are not there
 * yet when it is.
 */
export class KeptQuery<Given extends Values> {
  private readonly kept = new WeakMap<DataSource, Map<string, Statement>>();

  constructor(private readonly build: Build<Given>) {}

  /** The raw rows for these values. */
  run<Row>(manager: EntityManager, given: Given): Promise<Row[]> {
    const values = withEvenLists(given);
    const { sql, parameters } = this.statement(manager, values);
    return manager.query<Row[]>(
      sql,
      parameters.map((parameter) => (parameter instanceof Slot ? valueFor(parameter, values) : parameter)),
    );
  }

  private statement(manager: EntityManager, values: Values): Statement {
    const byShape = this.kept.get(manager.connection) ?? new Map<string, Statement>();
    this.kept.set(manager.connection, byShape);
    const shape = Object.entries(values)
      .map(([name, value]) => (Array.isArray(value) ? `${name}[${value.length}]` : name))
      .join();
    const statement = byShape.get(shape) ?? this.built(manager, values);
    byShape.set(shape, statement);
    return statement;
  }

  private built(manager: EntityManager, values: Values): Statement {
    const slots = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((_one, place) => new Slot(name, place)) : new Slot(name),
      ]),
    );
    const built = this.build(manager, slots as unknown as Given);
    const parts = (Array.isArray(built) ? built : [built]) as SelectQueryBuilder<ObjectLiteral>[];
    const statements = parts.map((part) => part.getQueryAndParameters());
    return {
      sql: statements.map(([sql]) => sql).join(' UNION ALL '),
      parameters: statements.flatMap(([, parameters]) => parameters as unknown[]),
    };
  }
}

function valueFor({ name, place }: Slot, values: Values): unknown {
  const value = values[name];
  return place === undefined ? value : (value as readonly Value[])[place];
}

/** Lists are filled up to a power of two with their last value, so that a few statements serve every length. */
function withEvenLists(given: Values): Values {
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? even(value) : value]),
  );
}

function even(list: readonly Value[]): readonly Value[] {
  const length = 2 ** Math.ceil(Math.log2(list.length));
  return [...list, ...Array.from({ length: length - list.length }, () => list.at(-1) ?? null)];
}
