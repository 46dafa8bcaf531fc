import * as mysql2 from 'mysql2';
import { Pulse } from './pulse';

/** Code of the error of a connection that was waited for in vain. */
export const NO_CONNECTION = 'NO_CONNECTION';

/** What a pool is for. */
type Kind = 'reads' | 'writes';

/** What every connection is told: times are UTC, and a value that does not fit is an error and never cut. */
const always =
  "SET SESSION time_zone = '+00:00', SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_TRANS_TABLES')";

/** What the connections of a pool are told before their first statement. */
const sessionSettings: Readonly<Record<Kind, readonly string[]>> = {
  // Several statements of one read see one state, and a read cannot write.
  reads: [always, 'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY'],
  writes: [
    always,
    // Plain reads see what others committed.
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    // A row that stays locked for longer is held up by something that waiting does not mend; the server's own is 50 s.
    'SET SESSION innodb_lock_wait_timeout = 1',
  ],
};

function createPool(kind: Kind, options: mysql2.PoolOptions): mysql2.Pool {
  // A stack is otherwise taken for every statement, in case it fails; whoever sends it adds its own to the error.
  const pool = mysql2.createPool({ ...options, trace: false });
  // Statements of a connection run in order, so these come before whatever the pool's user sends.
  pool.on('connection', (connection) => {
    for (const statement of sessionSettings[kind]) {
      connection.query(statement, (error: unknown) => {
        if (error) connection.destroy();
      });
    }
  });
  return pool;
}

/** How long a connection is waited for while none comes free, ms. */
const STALL_MS = 2_000;

type Given = (error: Error | null, connection?: mysql2.PoolConnection) => void;

/** A pool for what writes and one for what reads, as TypeORM asks for them. */
class PoolPair {
  private readonly pools = new Map<Kind, mysql2.Pool>();
  private readonly pulses = new Map<mysql2.Pool, Pulse>();
  /** When a pool last gave a connection. */
  private readonly moved = new Map<mysql2.Pool, number>();

  add(name: string, options: mysql2.PoolOptions): void {
    const kind = kindOf(name);
    const [pool, pulse] = [createPool(kind, options), new Pulse(options)];
    pool.on('release', (connection) => pulse.released(connection));
    this.pools.set(kind, pool);
    this.pulses.set(pool, pulse);
  }

  /** Gives a connection; an error once it was waited for and the queue has stood still for too long. */
  getConnection(name: string, give: Given): void {
    const pool = this.pools.get(kindOf(name));
    if (!pool) return give(new Error(`there is no pool ${name}`));
    const silence = this.pulses.get(pool)?.silence;
    if (silence) return give(silence);
    let isWaiting = true;
    const asked = performance.now();
    const look = (): void => {
      const still = performance.now() - Math.max(asked, this.moved.get(pool) ?? 0);
      if (still < STALL_MS) return void (timer = setTimeout(look, STALL_MS - still));
      isWaiting = false;
      give(Object.assign(new Error('no connection came free in time'), { code: NO_CONNECTION }));
    };
    let timer = setTimeout(look, STALL_MS);
    pool.getConnection((error, connection) => {
      clearTimeout(timer);
      if (!isWaiting) return error ? undefined : connection.release();
      isWaiting = false;
      this.moved.set(pool, performance.now());
      if (!error) this.pulses.get(pool)?.given(connection);
      give(error, connection);
    });
  }

  end(done: (error?: Error) => void): void {
    for (const pulse of this.pulses.values()) pulse.end();
    const ended = [...this.pools.values()].map((pool) => pool.promise().end());
    Promise.all(ended).then(() => done(), done);
  }
}

/** TypeORM numbers the slaves and asks for any of them. */
function kindOf(name: string): Kind {
  return name.startsWith('SLAVE') ? 'reads' : 'writes';
}

/** mysql2 as TypeORM loads it, with a pool for what it calls the slaves and one for the master. */
export const mysqlDriver = { ...mysql2, createPoolCluster: (): PoolPair => new PoolPair() };
