// better-sqlite3 ships no types; this is what the lock of the data folder uses.
declare module 'better-sqlite3' {
  class Sqlite {
    constructor(file: string, options?: { timeout?: number });
    exec(sql: string): this;
    close(): this;
  }
  export = Sqlite;
}
