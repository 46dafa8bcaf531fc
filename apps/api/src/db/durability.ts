import type { DataSource } from 'typeorm';

/** What the database promises about an acknowledged write, read back from it. */
export interface DurabilityFinding {
  /** Name of the setting, as the database calls it. */
  readonly setting: string;
  readonly found: string;
  readonly wanted: string;
}

/**
 * Reads the settings on which “acknowledged means kept” rests, and returns those that are not as they must be.
 * SQLite: WAL with `synchronous=FULL`, foreign keys on. MySQL/MariaDB: flush and binlog sync at every commit, strict
 * mode, binary collation (so that keys compare the same on both dialects).
 */
export async function checkDurability(source: DataSource): Promise<readonly DurabilityFinding[]> {
  return source.options.type === 'better-sqlite3' ? checkSqlite(source) : checkMysql(source);
}

async function checkSqlite(source: DataSource): Promise<DurabilityFinding[]> {
  const wanted = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1' };
  const findings: DurabilityFinding[] = [];
  for (const [setting, value] of Object.entries(wanted)) {
    const [row] = await source.query<Record<string, string | number>[]>(`PRAGMA ${setting}`);
    const found = String(row?.[setting]);
    if (found !== value) findings.push({ setting, found, wanted: value });
  }
  return findings;
}

async function checkMysql(source: DataSource): Promise<DurabilityFinding[]> {
  const [row] = await source.query<Record<string, string | number | null>[]>(
    'SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS flush_log, @@GLOBAL.sync_binlog AS sync_binlog, @@GLOBAL.log_bin AS log_bin, ' +
      '@@SESSION.sql_mode AS sql_mode, @@collation_database AS collation_database',
  );
  const value = (name: string) => String(row?.[name] ?? '');
  const findings: DurabilityFinding[] = [];
  if (value('flush_log') !== '1')
    findings.push({ setting: 'innodb_flush_log_at_trx_commit', found: value('flush_log'), wanted: '1' });
  if (value('log_bin') === '1' && value('sync_binlog') !== '1')
    findings.push({ setting: 'sync_binlog', found: value('sync_binlog'), wanted: '1' });
  if (!/STRICT_(TRANS|ALL)_TABLES/.test(value('sql_mode')))
    findings.push({ setting: 'sql_mode', found: value('sql_mode'), wanted: 'STRICT_TRANS_TABLES' });
  if (value('collation_database') !== 'utf8mb4_bin')
    findings.push({
      setting: 'collation_database',
      found: value('collation_database'),
      wanted: 'utf8mb4_bin',
    });
  return findings;
}
