import {
  LessThanOrEqual,
  MoreThanOrEqual,
  type ColumnOptions,
  type FindOperator,
  type PrimaryColumnOptions,
  type TableColumnOptions,
} from 'typeorm';

/**
 * The kinds of columns, the same words in entities and in migrations, the same meaning on SQLite and on MySQL.
 * `longText` and `json` hold up to 16 MB on both (see {@link typeOn}); a body of a request ends at 256 KB.
 * No enum, decimal, bigint, generated column or database clock: the application decides every value.
 */
type Kind = Pick<TableColumnOptions, 'type' | 'length' | 'precision'> & {
  readonly type: 'varchar' | 'text' | 'datetime' | 'boolean' | 'integer';
};

const kinds = {
  id: { type: 'varchar', length: '36' },
  longText: { type: 'text' },
  civilDate: { type: 'varchar', length: '10' },
  instant: { type: 'datetime', precision: 3 },
  flag: { type: 'boolean' },
  count: { type: 'integer' },
  json: { type: 'text' },
} as const satisfies Record<string, Kind>;

const text = (length: number): Kind => ({ type: 'varchar', length: String(length) });

type KindName = keyof typeof kinds;

/** Instants are numbers in code (UTC ms) and `datetime(3)` in the database. */
const instantTransformer = {
  to: (value: number | null | undefined) => (typeof value === 'number' ? new Date(value) : value),
  from: (value: Date | null) => (value === null ? null : value.getTime()),
};

/** An instant as it comes in a raw row: a Date from MySQL, a text in UTC from SQLite. */
export function instantOf(raw: Date | string): number;
export function instantOf(raw: Date | string | null): number | null;
export function instantOf(raw: Date | string | null): number | null {
  if (raw === null) return null;
  return raw instanceof Date ? raw.getTime() : Date.parse(`${raw.replace(' ', 'T')}Z`);
}

/** A flag as it comes in a raw row: 0 or 1 from SQLite and MySQL alike. */
export function flagOf(raw: boolean | number): boolean {
  return raw === true || raw === 1;
}

/** How a value of a raw row becomes the one that code has. */
export type Reader = (raw: unknown) => unknown;

const asItIs: Reader = (raw) => raw;
const readers = new Map<unknown, Reader>();

/**
 * What {@link column} says of a column, as one function: TypeORM asks the type of every value of every row anew, which
 * for lists is a fifth of what they cost.
 */
export function readerOf({ type, transformer }: Pick<ColumnOptions, 'type' | 'transformer'>): Reader {
  return readers.get(transformer) ?? (type === 'boolean' ? readFlag : asItIs);
}

const readFlag: Reader = (raw) => (raw === null ? null : flagOf(raw as boolean | number));

/** Condition on an instant: at this one or before. TypeORM hands operators past the transformer. */
export function atOrBefore(instant: number): FindOperator<number> {
  return LessThanOrEqual(new Date(instant)) as unknown as FindOperator<number>;
}

/** Condition on an instant: at this one or after. */
export function atOrAfter(instant: number): FindOperator<number> {
  return MoreThanOrEqual(new Date(instant)) as unknown as FindOperator<number>;
}

const jsonTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

readers.set(instantTransformer, (raw) => instantOf(raw as Date | string | null));
readers.set(jsonTransformer, (raw) => jsonTransformer.from(raw as string | null));

function kindOf(kind: KindName | number): Kind {
  return typeof kind === 'number' ? text(kind) : kinds[kind];
}

/** Options of an entity's column; a number is a text of at most that many characters. */
export function column(kind: KindName | number, options: ColumnOptions = {}): ColumnOptions {
  const transformer =
    kind === 'instant'
      ? { transformer: instantTransformer }
      : kind === 'json'
        ? { transformer: jsonTransformer }
        : {};
  return { ...kindOf(kind), ...transformer, ...options } as ColumnOptions;
}

/** Options of a column of the primary key. */
export function primaryColumn(
  kind: KindName | number,
  primaryKeyConstraintName: string,
): PrimaryColumnOptions {
  return { ...kindOf(kind), primaryKeyConstraintName } as PrimaryColumnOptions;
}

/** A column of a migration, required unless it says otherwise. */
export function tableColumn(
  name: string,
  kind: KindName | number,
  options: Partial<TableColumnOptions> = {},
): TableColumnOptions {
  return { name, ...kindOf(kind), ...options };
}

/**
 * The type that a dialect gives a column. MySQL's TEXT ends at 64 KB, which an event with its old and new content can
 * pass; MEDIUMTEXT ends at 16 MB. Rows say `text`, because one set of them serves both dialects.
 */
export function typeOn<Type>(dialect: string, type: Type): Type | 'mediumtext' {
  return type === 'text' && dialect !== 'better-sqlite3' ? 'mediumtext' : type;
}

/** Options for a column that may be empty. */
export const nullable = { nullable: true } as const;
