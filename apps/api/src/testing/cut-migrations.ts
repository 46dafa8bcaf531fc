import type { DataSource } from 'typeorm';
import { migrate } from '../db/migrate';
import { dialect } from './test-database';

/** Where a start is cut: before or after the statement of that number that its migrations send. */
export interface Cut {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** What a start that was to be cut did. */
export interface CutStart {
  /** Whether it ended before it came to the cut. */
  readonly isDone: boolean;
  /** Whether it had done something by then that stays. */
  readonly hasMoved: boolean;
}

/** What connection and process are when they are gone. */
class Gone extends Error {
  readonly code = 'PROTOCOL_CONNECTION_LOST';
}

/**
 * Migrates, and breaks off at a statement as a killed process does: the connection is gone, nothing more is sent on it.
 * @param leavesLease whether the lease stays taken, as that of a killed process does
 */
export async function migrateAndCut(source: DataSource, cut: Cut, leavesLease = false): Promise<CutStart> {
  const create = source.createQueryRunner.bind(source);
  let [sent, hasMoved, isCut] = [0, false, false];
  const watched = new Map<unknown, () => void>();
  source.createQueryRunner = (mode) => {
    const runner = create(mode);
    // SQLite has one for all.
    if (watched.has(runner)) return runner;
    const { query } = runner;
    watched.set(runner, () => (runner.query = query));
    const send = runner.query.bind(runner) as (sql: string, ...more: unknown[]) => Promise<unknown>;
    let isMigrating = dialect === 'sqlite';
    const end = async (): Promise<never> => {
      isCut = true;
      if (dialect === 'mysql') ((await runner.connect()) as { destroy(): void }).destroy();
      throw new Gone('the process is gone');
    };
    runner.query = (async (sql: string, ...more: unknown[]) => {
      if (leavesLease && isCut && sql.includes('migration_lease')) throw new Gone('the process is gone');
      isMigrating ||= sql.includes('CONNECTION_ID');
      if (!isMigrating) return send(sql, ...more);
      // SQLite has one connection, on which the next start goes on.
      if (isCut && dialect === 'sqlite' && sql === 'ROLLBACK') return send(sql);
      if (isCut) throw new Gone('the process is gone');
      sent += 1;
      const isHere = sent === cut.at;
      if (isHere && cut.when === 'before') return end();
      const answer = await send(sql, ...more).catch((error: unknown) => {
        // A change of the schema that is sent again may be refused, as it is there.
        if (isHere) return end();
        throw error;
      });
      hasMoved ||= /^\s*COMMIT/i.test(sql);
      return isHere ? end() : answer;
    }) as typeof runner.query;
    return runner;
  };
  try {
    await migrate(source);
    return { isDone: true, hasMoved };
  } catch (error) {
    if (isCut) return { isDone: false, hasMoved };
    throw error;
  } finally {
    source.createQueryRunner = create;
    for (const leave of watched.values()) leave();
  }
}

/** A schema as the database tells it, and every row; what chance made is not told apart. */
export async function wholeOf(
  source: DataSource,
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const whole = new Map<string, readonly string[]>();
  for (const [name, made] of await tablesOf(source)) {
    const rows = await source.query<Record<string, unknown>[]>(`SELECT * FROM ${source.driver.escape(name)}`);
    const told = rows.map(({ id, ...row }) =>
      JSON.stringify(name === 'migrations' ? row : { id, ...row }, plain(known)),
    );
    whole.set(name, [made.replace(/ AUTO_INCREMENT=\d+/, ''), ...told.sort()]);
  }
  return whole;
}

/** Every UUID in a database. */
export async function idsIn(source: DataSource): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const [name] of await tablesOf(source))
    for (const row of await source.query<object[]>(`SELECT * FROM ${source.driver.escape(name)}`))
      for (const [id] of JSON.stringify(row).matchAll(UUID)) ids.add(id);
  return ids;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Salts, ids of texts under them, and ids that were not there before are made by chance. */
function plain(known: ReadonlySet<string>) {
  return (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (/^[0-9a-f]{32}$/.test(value)) return 'SALT';
    return value
      .replaceAll(/text:[0-9a-f]{64}/g, 'TEXT')
      .replaceAll(UUID, (id) => (known.has(id) ? id : 'NEW'));
  };
}

/** Name and making of each table, but for those that serve the migrations alone. */
async function tablesOf(source: DataSource): Promise<readonly (readonly [name: string, made: string])[]> {
  if (dialect === 'sqlite') {
    const tables = await source.query<{ name: string; sql: string | null }[]>(
      "SELECT name, group_concat(sql, '; ') AS sql FROM (SELECT tbl_name AS name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC, name) GROUP BY name",
    );
    return tables.map(({ name, sql }) => [name, sql ?? '']);
  }
  const names = await source.query<Record<string, string>[]>(
    "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'",
  );
  const found: (readonly [string, string])[] = [];
  for (const name of names.map((row) => String(Object.values(row)[0]))) {
    if (['migration_step', 'migration_lease'].includes(name)) continue;
    const [made] = await source.query<Record<string, string>[]>(`SHOW CREATE TABLE \`${name}\``);
    found.push([name, String(made?.['Create Table'])]);
  }
  return found;
}
