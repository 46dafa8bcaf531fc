import { Db } from '../db/db';
import { EventRow, LogHeadRow } from '../db/event.row';
import { openDatabase, type OpenDatabase } from '../db/open-database';
import { DeadLetters } from '../followers/dead-letters';
import { DeadLetterRow, FollowerCursorRow } from '../followers/follower.row';
import { Followers } from '../followers/followers';
import { JobRunRow } from '../followers/job-run.row';
import { Rhythm } from '../followers/rhythm';
import { Timers } from '../followers/timers';
import { WorkReport } from '../followers/work-report';
import { Clock, Ids } from '../platform/clock';
import { rows } from '../rows';
import { trafficOn, type Traffic } from './count-statements';
import { createEffectTable, EffectRow } from './effect.row';
import { createTestDatabase, environmentOf, type TestDatabase } from './test-database';
import { NOON } from './test-program';

/** A clock that a test moves. */
export class TestClock extends Clock {
  constructor(private instant = NOON) {
    super();
  }

  override now(): number {
    return this.instant;
  }

  pass(ms: number): void {
    this.instant += ms;
  }
}

/** One node's followers and timers, without the rest of a server. */
export class TestNode {
  readonly followers: Followers;
  readonly timers: Timers;
  readonly letters: DeadLetters;
  readonly report: WorkReport;

  constructor(
    readonly db: Db,
    readonly clock: Clock,
    readonly rhythm = new Rhythm(30_000, 3_600_000),
  ) {
    this.followers = new Followers(db, clock, rhythm);
    this.timers = new Timers(db, clock, rhythm);
    this.report = new WorkReport(db);
    this.letters = new DeadLetters(db, clock, rhythm, this.followers);
  }
}

/** A migrated database with a table for effects, and nodes on it. */
export class TestNodes {
  private constructor(
    private readonly database: TestDatabase,
    private open: OpenDatabase,
  ) {}

  static async open(): Promise<TestNodes> {
    const database = await createTestDatabase();
    const open = await openDatabase(database.settings, [...rows, EffectRow]);
    await createEffectTable(open.source);
    return new TestNodes(database, open);
  }

  /** Where the test may keep its files. */
  get folder(): string {
    return this.database.settings.dataDir;
  }

  /** What a process is told to work on this database. */
  get env(): Record<string, string> {
    return environmentOf(this.database);
  }

  /** @param db that of another node, for a second one on SQLite, where a process has one connection */
  node(clock: Clock = new TestClock(), db?: Db, rhythm?: Rhythm): TestNode {
    return new TestNode(db ?? new Db(this.open.source, clock, new Ids()), clock, rhythm);
  }

  /** A node whose leases are short. */
  quick(clock: Clock): TestNode {
    return this.node(clock, undefined, new Rhythm(300, 50));
  }

  /** Everything that work sends to the database. */
  traffic(work: () => Promise<unknown>): Promise<Traffic> {
    return trafficOn(this.open.source, work);
  }

  /** Leaves the database to other processes. */
  async pause(): Promise<void> {
    await this.open.close();
  }

  /** Opens it here again. */
  async reopen(): Promise<void> {
    await this.open.close();
    this.open = await openDatabase(this.database.settings, [...rows, EffectRow]);
  }

  /** Takes away all logs and what followed them, for the next test. */
  async empty(): Promise<void> {
    const { manager } = this.open.source;
    for (const row of [EventRow, LogHeadRow, FollowerCursorRow, DeadLetterRow, JobRunRow, EffectRow])
      await manager.deleteAll(row);
  }

  async close(): Promise<void> {
    await this.open.close();
    await this.database.drop();
  }
}
