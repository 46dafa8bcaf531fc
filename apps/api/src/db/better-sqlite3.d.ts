// better-sqlite3 ships no types; this is what the lock of the data folder, reads, the kept dumps and the benchmark use.
declare module 'better-sqlite3' {
  class Sqlite {
    constructor(file: string, options?: { timeout?: number; readonly?: boolean });
    exec(sql: string): this;
    /** Whether it is not closed. */
    readonly open: boolean;
    /** With `simple` the first value alone. */
    pragma(text: string, options?: { simple?: boolean }): unknown;
    prepare(sql: string): {
      /** Whether it answers rows. */
      readonly reader: boolean;
      all(...values: readonly unknown[]): unknown[];
      run(...values: readonly unknown[]): unknown;
    };
    close(): this;
  }
  export = Sqlite;
}
