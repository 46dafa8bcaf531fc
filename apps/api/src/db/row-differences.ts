import type { EntityManager } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import {
  canonicalJson,
  SALT_BYTES,
  type JsonObject,
  type JsonValue,
  type Tables,
} from '@countersign/domain/ledger';
import type { LoggedTable } from './logged';
import { tablesOfLog, type TableOfLog } from './logged-tables';
import { insertOf } from './row-changes';
import { digestOf, idOfText } from './salt';
import { TextRow } from './text.row';

/** One thing in the tables that is not as the log says. */
export interface RowDifference {
  readonly table: string;
  /** Canonical JSON of the row's key. */
  readonly key: string;
  /** The column; null where the row as a whole should not be there, or should. */
  readonly column: string | null;
  /** What the log says, and what is there: the first 16 hex digits of SHA-256 of the canonical value; null for no row. */
  readonly expected: string | null;
  readonly found: string | null;
}

/** Compares the rows of a log's tables, or of one of them, with what comes of its events. */
export async function rowDifferences(
  manager: EntityManager,
  logId: string,
  tables: Tables,
  only?: string,
): Promise<readonly RowDifference[]> {
  const wrong: RowDifference[] = [];
  for (const one of tablesOfLog(manager, logId)) {
    const { name } = one.table;
    if (only !== undefined && name !== only) continue;
    const expected = new Map(tables.get(name));
    for (const row of await rowsOf(manager, one)) {
      const [, , key, set] = insertOf(one.table, withSalt(row)).change;
      const place = canonicalJson(key);
      const told = expected.get(place);
      expected.delete(place);
      wrong.push(...differing(name, place, told, { ...key, ...set }));
      if (one.metadata.target === TextRow) wrong.push(...wordsDiffer(place, row));
      wrong.push(...bytesDiffer(one.table, place, row));
    }
    for (const place of expected.keys())
      wrong.push({
        table: name,
        key: place,
        column: null,
        expected: valueDigest(expected.get(place)),
        found: null,
      });
  }
  return wrong;
}

/**
 * Rows of tables that belong to a log, whose log is none of these: nobody else would look at them.
 * @param logIds every log that there is
 */
export async function rowsOfNoLog(
  manager: EntityManager,
  logIds: readonly string[],
): Promise<readonly RowDifference[]> {
  const wrong: RowDifference[] = [];
  for (const { table } of tablesOfLog(manager, '')) {
    const owner = table.key.find(({ property }) => property === table.owner)?.name ?? table.owner ?? '';
    const escaped = (one: string) => manager.connection.driver.escape(one);
    const rows = await manager.query<{ owner: string }[]>(
      `SELECT DISTINCT ${escaped(owner)} AS owner FROM ${escaped(table.name)}`,
    );
    for (const { owner: log } of rows)
      if (!logIds.includes(log)) {
        const key = canonicalJson({ [owner]: log });
        wrong.push({ table: table.name, key, column: null, expected: null, found: valueDigest(log) });
      }
  }
  return wrong;
}

type Values = Readonly<Record<string, unknown>>;

/** A salt as rows keep it. */
const SALT = new RegExp(`^[0-9a-f]{${2 * SALT_BYTES}}$`);

/**
 * Rows as they are: through TypeORM's columns, but a value that no column of its kind can have is told and not stumbled
 * over, for whoever writes past the product can write anything.
 */
async function rowsOf(manager: EntityManager, { metadata, where }: TableOfLog): Promise<Values[]> {
  const { driver } = manager.connection;
  const alias = 'row_of_log';
  const raw = await manager
    .createQueryBuilder<Values>(metadata.target as never, alias)
    .where(where)
    .getRawMany<Record<string, unknown>>();
  return raw.map((values) =>
    Object.fromEntries(
      metadata.columns.map((column) => [
        column.propertyName,
        valueOf(column, values[`${alias}_${column.databaseName}`], (one) =>
          driver.prepareHydratedValue(one, column),
        ),
      ]),
    ),
  );
}

/** A salt that is none commits to nothing: with another in its place every commitment under it differs, and says so. */
function withSalt(row: Values): Values {
  const { salt } = row;
  if (typeof salt !== 'string' || SALT.test(salt)) return row;
  return { ...row, salt: digestOf(salt).slice(0, 2 * SALT_BYTES) };
}

function valueOf(column: ColumnMetadata, raw: unknown, read: (raw: unknown) => unknown): unknown {
  if (raw === null || raw === undefined) return null;
  if (column.type === 'boolean' && ![0, 1, true, false].includes(raw as number)) return impossible(raw);
  try {
    const value = read(raw);
    return isPlain(value) ? value : impossible(raw);
  } catch {
    return impossible(raw);
  }
}

/** Stands for a value that no column of its kind can have. */
function impossible(raw: unknown): string {
  return `impossible:${raw instanceof Date ? raw.getTime() : String(raw)}`;
}

function isPlain(value: unknown): boolean {
  try {
    canonicalJson(value as JsonValue);
    return true;
  } catch {
    return false;
  }
}

function differing(
  table: string,
  key: string,
  told: JsonObject | undefined,
  found: JsonObject,
): readonly RowDifference[] {
  if (!told) return [{ table, key, column: null, expected: null, found: valueDigest(found) }];
  const names = new Set([...Object.keys(told), ...Object.keys(found)]);
  return [...names]
    .map((column) => ({ column, expected: valueDigest(told[column]), found: valueDigest(found[column]) }))
    .filter(({ expected, found: there }) => expected !== there)
    .map((one) => ({ table, key, ...one }));
}

/**
 * Words and salt that are not those of the text's id: the log holds the id, not them. They are gone where the log says
 * that they were removed, and only there.
 */
function wordsDiffer(key: string, row: Values): readonly RowDifference[] {
  const { id, salt, body, removedAt } = row as Pick<TextRow, 'id' | 'salt' | 'body' | 'removedAt'>;
  const expected = removedAt === null ? id : null;
  const found = body === null || salt === null || !SALT.test(salt) ? null : idOfText(body, salt);
  const isGone = body === null && salt === null;
  if (expected === null ? isGone : found === expected) return [];
  return [
    { table: 'text', key, column: 'body, salt', expected: valueDigest(expected), found: valueDigest(found) },
  ];
}

/** Bytes that are not those of the row's digest, which the log holds in their place. */
function bytesDiffer(
  { name: table, digested }: LoggedTable,
  key: string,
  row: Values,
): readonly RowDifference[] {
  return digested.flatMap(({ name: column, property }) => {
    const told = row[`${property}Digest`] ?? row['digest'];
    const [expected, found] = [String(told), digestOf(String(row[property]))];
    return expected === found
      ? []
      : [{ table, key, column, expected: valueDigest(expected), found: valueDigest(found) }];
  });
}

/** The first 16 hex digits of SHA-256 of the canonical form of a value. */
export function valueDigest(value: JsonValue | undefined): string {
  return digestOf(canonicalJson(value ?? null)).slice(0, 16);
}
