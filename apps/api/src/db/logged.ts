import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/**
 * What the log holds instead of a column's value: nothing of what is `derived` from other rows or `volatile` (what may be
 * lost, such as when somebody was last seen), nothing of what is `apart` (words and salts, which the log holds a
 * commitment to, so that they can be removed) or `digested` (long, and told by the hex SHA-256 in the row's `digest` or `<column>Digest`), of a
 * `credential` its SHA-256 digest, of what is `sealed` (names and
 * addresses of people) a commitment under the row's `salt`.
 */
export type ColumnRule = 'derived' | 'volatile' | 'apart' | 'digested' | 'credential' | 'sealed';

/** How the rows of a table are logged: in which log with which columns, or not at all, and why not. */
export type LogRule =
  | {
      /** The program's log, which the row names by `programId` (a program's own row by `id`), or the installation's. */
      readonly log: 'program' | 'installation';
      /** Columns that are not logged as they are, by property. */
      readonly columns?: Readonly<Record<string, ColumnRule>>;
    }
  | { readonly unlogged: string };

type RowClass = EntityMetadata['target'];

const rules = new Map<RowClass, LogRule>();

/** Declares, beside a row class, how its rows are logged. Every table needs it. */
export function Logged(rule: LogRule): ClassDecorator {
  return (target) => void rules.set(target, rule);
}

/** A column as its rows' changes name it. */
export interface LoggedColumn {
  /** Name in code. */
  readonly property: string;
  /** Name in the database and in the log, which outlives the one in code. */
  readonly name: string;
  readonly rule?: 'credential' | 'sealed';
}

/** A table whose rows are logged. */
export interface LoggedTable {
  readonly name: string;
  readonly log: 'program' | 'installation';
  /** Property that names the program; undefined in the installation's log. */
  readonly owner: string | undefined;
  readonly key: readonly LoggedColumn[];
  /** Every other column of which the log holds anything. */
  readonly columns: readonly LoggedColumn[];
  /** Columns whose SHA-256 is in the row's `digest`, which is logged in their place. */
  readonly digested: readonly LoggedColumn[];
}

const tables = new WeakMap<EntityMetadata, LoggedTable | null>();

/** How the rows of a table are logged; null for one that is not. @throws Error for one that declares nothing */
export function loggedTable(metadata: EntityMetadata): LoggedTable | null {
  const known = tables.get(metadata);
  if (known !== undefined) return known;
  const rule = rules.get(metadata.target);
  if (!rule) throw new Error(`the table ${metadata.tableName} does not say how it is logged`);
  const table = 'log' in rule ? tableOf(metadata, rule) : null;
  tables.set(metadata, table);
  return table;
}

function tableOf(metadata: EntityMetadata, rule: Exclude<LogRule, { unlogged: string }>): LoggedTable {
  const { log, columns = {} } = rule;
  const owner = metadata.columns.some(({ propertyName }) => propertyName === 'programId')
    ? 'programId'
    : 'id';
  return {
    name: metadata.tableName,
    log,
    owner: log === 'program' ? owner : undefined,
    key: metadata.primaryColumns.map((column) => columnOf(column)),
    digested: metadata.columns
      .filter(({ propertyName }) => columns[propertyName] === 'digested')
      .map((column) => columnOf(column)),
    columns: metadata.columns
      .filter(({ isPrimary }) => !isPrimary)
      .flatMap((column) => {
        const how = columns[column.propertyName];
        if (how === undefined) return [columnOf(column)];
        return how === 'credential' || how === 'sealed' ? [{ ...columnOf(column), rule: how }] : [];
      }),
  };
}

function columnOf({ propertyName: property, databaseName: name }: ColumnMetadata): LoggedColumn {
  return { property, name };
}

/** What a table says of its columns that are not logged as they are, by property; null for one that is not logged. */
export function ruleOf({ target }: EntityMetadata): Readonly<Record<string, ColumnRule>> | null {
  const rule = rules.get(target);
  return rule && 'log' in rule ? (rule.columns ?? {}) : null;
}

/** What verification does not hold against the logs: volatile columns, and tables that are no state of the business. */
export function leftOutOfLogs(metadatas: readonly EntityMetadata[]): readonly string[] {
  return metadatas.flatMap((metadata) => {
    const rule = rules.get(metadata.target);
    if (!rule) return [];
    if ('unlogged' in rule) return [`${metadata.tableName} (${rule.unlogged})`];
    const left = Object.entries(rule.columns ?? {}).filter(([, how]) => how === 'volatile');
    return left.map(([column]) => `${metadata.tableName}.${column} (volatile)`);
  });
}
