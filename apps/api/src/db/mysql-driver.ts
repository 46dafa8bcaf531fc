import * as mysql2 from 'mysql2';

/**
 * What every connection of the pool is told before its first statement: plain reads see what others committed, times
 * are UTC, and a value that does not fit is an error and never cut.
 */
const sessionSettings = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00', SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_TRANS_TABLES')",
];

/** mysql2 as TypeORM loads it, with a pool whose connections all have the same session settings. */
export const mysqlDriver = {
  ...mysql2,
  createPool(options: mysql2.PoolOptions): mysql2.Pool {
    // A stack is otherwise taken for every statement, in case it fails; whoever sends it adds its own to the error.
    const pool = mysql2.createPool({ ...options, trace: false });
    // Statements of a connection run in order, so these come before whatever the pool's user sends.
    pool.on('connection', (connection) => {
      for (const statement of sessionSettings) {
        connection.query(statement, (error: unknown) => {
          if (error) connection.destroy();
        });
      }
    });
    return pool;
  },
};
