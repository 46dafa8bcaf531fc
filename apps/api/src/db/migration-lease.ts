import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { isTransient } from './faults';
import { DatabaseStartError } from './start-error';

/** How long a lease holds without being renewed, and how often it is, s and ms. */
const LEASE_S = 15;
const RENEW_MS = 4_000;
/** How long a statement of whoever held the lease before may take to end once its connection is closed. */
const ENDING_MS = 30_000;
const PAUSE_MS = 100;

const TABLE = `CREATE TABLE IF NOT EXISTS migration_lease (
  id int NOT NULL, holder varchar(36) NOT NULL, connection bigint NOT NULL, until datetime(3) NOT NULL,
  PRIMARY KEY (id)) ENGINE=InnoDB`;
const FIRST =
  "INSERT IGNORE INTO migration_lease (id, holder, connection, until) VALUES (1, '', 0, '2000-01-01')";

/** Free once its time is over, or at once when the connection of whoever holds it is gone. */
const IS_FREE = 'until < NOW(3) OR connection NOT IN (SELECT ID FROM information_schema.PROCESSLIST)';
const LOOK = `SELECT connection, ${IS_FREE} AS isFree FROM migration_lease WHERE id = 1`;
const TAKE = `UPDATE migration_lease SET holder = ?, connection = ?, until = NOW(3) + INTERVAL ${LEASE_S} SECOND
  WHERE id = 1 AND (${IS_FREE})`;
const RENEW = `UPDATE migration_lease SET connection = ?, until = NOW(3) + INTERVAL ${LEASE_S} SECOND
  WHERE id = 1 AND holder = ?`;
const GIVE_BACK =
  "UPDATE migration_lease SET connection = 0, until = '2000-01-01' WHERE id = 1 AND holder = ?";

/**
 * The right to migrate a MySQL or MariaDB, for one of the servers that start on it. It is a row and no lock of a session:
 * it names the connection that migrates, so that a server that was killed is missed at once, and ends by itself, by the
 * clock of the database, where one hangs.
 */
export class MigrationLease {
  private readonly holder = randomUUID();
  private renewing: NodeJS.Timeout | undefined;
  private connection = 0;

  constructor(private readonly source: DataSource) {}

  /** Makes the table; several servers may at once. */
  async prepare(): Promise<void> {
    await this.source.query(TABLE);
    await this.inRace(FIRST, []);
  }

  /**
   * Takes the lease for a connection, where it is free. The connection of whoever held it before is closed, and what it may
   * still be doing is waited for: a server goes on with a long statement though the process is gone that sent it.
   */
  async take(connection: number): Promise<boolean> {
    const [before] = await this.source.query<{ connection: number | string; isFree: number }[]>(LOOK);
    if (!before?.isFree || !(await this.inRace(TAKE, [this.holder, connection]))) return false;
    this.connection = connection;
    this.renewing = setInterval(() => void this.renew().catch(() => undefined), RENEW_MS);
    await this.end(Number(before.connection));
    return true;
  }

  /**
   * Says that another connection migrates now.
   * @throws DatabaseStartError where the lease was taken meanwhile: this server hung for longer than it holds
   */
  async pass(connection: number): Promise<void> {
    this.connection = connection;
    const { affectedRows } = await this.renew();
    if (affectedRows !== 1)
      throw new DatabaseStartError(
        'Another server took over the migrations, because this one hung. Start this one again.',
      );
  }

  /** Lets others migrate. */
  async giveBack(): Promise<void> {
    clearInterval(this.renewing);
    await this.source.query(GIVE_BACK, [this.holder]);
  }

  /** Sends what several servers may send at once. @returns whether it was this one that changed the row */
  private async inRace(sql: string, values: readonly unknown[]): Promise<boolean> {
    try {
      const { affectedRows } = await this.source.query<{ affectedRows: number }>(sql, [...values]);
      return affectedRows === 1;
    } catch (error) {
      // On a slow disk another one's commit takes longer than a lock is waited for.
      if (isTransient(error)) return false;
      throw error;
    }
  }

  private renew(): Promise<{ readonly affectedRows: number }> {
    return this.source.query<{ affectedRows: number }>(RENEW, [this.connection, this.holder]);
  }

  private async end(connection: number): Promise<void> {
    if (connection === 0) return;
    // Gone already, or another user's: then its steps meet ours and it stops.
    await this.source.query(`KILL ${connection}`).catch(() => undefined);
    for (let waited = 0; waited < ENDING_MS; waited += PAUSE_MS) {
      const there = await this.source.query<unknown[]>(
        'SELECT ID FROM information_schema.PROCESSLIST WHERE ID = ?',
        [connection],
      );
      if (there.length === 0) return;
      await sleep(PAUSE_MS);
    }
  }
}
