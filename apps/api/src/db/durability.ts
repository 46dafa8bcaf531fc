import type { DataSource } from 'typeorm';
import { DatabaseStartError } from './start-error';

/** What the database promises about an acknowledged write, read back from it. */
export interface DurabilityFinding {
  /** Name of the setting, as the database calls it. */
  readonly setting: string;
  readonly found: string;
  readonly wanted: string;
}

/**
 * Reads the settings on which “acknowledged means kept” rests, and returns those that are not as they must be.
 * SQLite: WAL with `synchronous=FULL`, foreign keys on. MySQL/MariaDB: flush, binary log and
 * double write at every commit, strict mode, UTC and READ COMMITTED on the pool's connections.
 */
export async function checkDurability(source: DataSource): Promise<readonly DurabilityFinding[]> {
  return source.options.type === 'better-sqlite3' ? checkSqlite(source) : checkMysql(source);
}

/**
 * Reads a SQLite file through, so that a damaged one is found at the start and not in the middle of a year.
 * MySQL and MariaDB check their pages as they read them.
 * @throws DatabaseStartError naming the first fault.
 */
export async function assertSound(source: DataSource): Promise<void> {
  if (source.options.type !== 'better-sqlite3') return;
  const [row] = await source.query<{ quick_check: string }[]>('PRAGMA quick_check(1)');
  if (row?.quick_check === 'ok') return;
  throw new DatabaseStartError(
    `The database file ${String(source.options.database)} is damaged (${row?.quick_check.replaceAll(/\s+/g, ' ')}). Restore the newest backup.`,
  );
}

async function checkSqlite(source: DataSource): Promise<DurabilityFinding[]> {
  const wanted = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1' };
  const findings: DurabilityFinding[] = [];
  for (const [setting, value] of Object.entries(wanted)) {
    // A pragma answers one value, not always under its own name.
    const [row] = await source.query<Record<string, string | number>[]>(`PRAGMA ${setting}`);
    const found = String(Object.values(row ?? {})[0]);
    if (found !== value) findings.push({ setting, found, wanted: value });
  }
  return findings;
}

/** Setting → what it must be. The level has one name on MySQL 8 and another on MariaDB before 11.1; both are asked. */
const mysqlWanted: Readonly<Record<string, { readonly wanted: string; readonly fits: RegExp }>> = {
  innodb_flush_log_at_trx_commit: { wanted: '1', fits: /^1$/ },
  sync_binlog: { wanted: '1', fits: /^1$/ },
  innodb_doublewrite: { wanted: 'ON', fits: /^(ON|DETECT_AND_RECOVER|FAST)$/i },
  sql_mode: { wanted: 'STRICT_TRANS_TABLES', fits: /STRICT_(TRANS|ALL)_TABLES/ },
  time_zone: { wanted: '+00:00', fits: /^(\+00:00|UTC)$/ },
  tx_isolation: { wanted: 'READ-COMMITTED', fits: /^READ-COMMITTED$/ },
  transaction_isolation: { wanted: 'READ-COMMITTED', fits: /^READ-COMMITTED$/ },
};

async function checkMysql(source: DataSource): Promise<DurabilityFinding[]> {
  const names = [...Object.keys(mysqlWanted), 'log_bin'].map((name) => `'${name}'`).join(', ');
  const rows = await source.query<{ Variable_name: string; Value: string }[]>(
    `SHOW SESSION VARIABLES WHERE Variable_name IN (${names})`,
  );
  const logs = rows.some((row) => row.Variable_name === 'log_bin' && row.Value === 'ON');
  return rows.flatMap(({ Variable_name: setting, Value: found }) => {
    const rule = mysqlWanted[setting];
    // Without a binary log there is nothing to sync.
    if (!rule || rule.fits.test(found) || (setting === 'sync_binlog' && !logs)) return [];
    return [{ setting, found, wanted: rule.wanted }];
  });
}
