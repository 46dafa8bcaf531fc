import { Table, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { typeOn } from './columns';

/** A table of a migration. Every key, index and constraint has a name. */
export interface TableSpec {
  readonly name: string;
  readonly columns: readonly TableColumnOptions[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
  readonly uniques?: Readonly<Record<string, readonly string[]>>;
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  /** Name → own columns, other table, its columns; RESTRICT both ways. */
  readonly references?: Readonly<Record<string, readonly [readonly string[], string, readonly string[]]>>;
  /** Name → condition in plain SQL that both dialects read. */
  readonly checks?: Readonly<Record<string, string>>;
}

/** Creates a table with the same meaning on both dialects. */
export async function createTable(runner: QueryRunner, spec: TableSpec): Promise<void> {
  const { type } = runner.connection.options;
  const checks = Object.entries(spec.checks ?? {});
  const uniques = Object.entries(spec.uniques ?? {}).map(([name, columnNames]) => ({
    name,
    columnNames: [...columnNames],
  }));
  const table = new Table({
    name: spec.name,
    columns: columnsOf(spec, type),
    indices: [
      ...Object.entries(spec.indexes ?? {}).map(([name, columnNames]) => ({
        name,
        columnNames: [...columnNames],
      })),
      // TypeORM models a unique key as a unique index on MySQL and as a constraint on SQLite.
      ...(type === 'mysql' ? uniques.map((unique) => ({ ...unique, isUnique: true })) : []),
    ],
    uniques: type === 'mysql' ? [] : uniques,
    foreignKeys: Object.entries(spec.references ?? {}).map(
      ([name, [columnNames, referencedTableName, referencedColumnNames]]) => ({
        name,
        columnNames: [...columnNames],
        referencedTableName,
        referencedColumnNames: [...referencedColumnNames],
        onDelete: 'RESTRICT',
        onUpdate: 'RESTRICT',
      }),
    ),
    // TypeORM writes CHECK for SQLite only; MySQL and MariaDB enforce it too, so it is added below.
    checks: type === 'mysql' ? [] : checks.map(([name, expression]) => ({ name, expression })),
  });
  await runner.createTable(table);
  if (type !== 'mysql') return;
  for (const [name, expression] of checks) {
    await runner.query(`ALTER TABLE \`${spec.name}\` ADD CONSTRAINT \`${name}\` CHECK (${expression})`);
  }
}

function columnsOf({ name: table, columns, key }: TableSpec, dialect: string): TableColumnOptions[] {
  const primary = { isPrimary: true, primaryKeyConstraintName: `pk_${table}` };
  return columns.map((column) => ({
    ...column,
    type: typeOn(dialect, column.type),
    ...(key.includes(String(column.name)) ? primary : {}),
  }));
}

/** Drops tables in the given order, the reverse of creation. */
export async function dropTables(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name);
}
