import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Clock } from '../platform/clock';
import { problem } from '../platform/problem';
import { writeEvents, type Change } from './event-log';
import { isKeyTaken, isTransient } from './faults';
import { Fifo } from './fifo';
import { pendingMigrations } from './migrate';
import { inTransaction, type TransactionKind } from './transaction';

/** Tries of one write before it is given up, the first included. */
const TRIES = 5;

/** A transaction that is open. */
export class Tx {
  /** Changes to be recorded just before the commit, so that the log's head is locked for as short as possible. */
  readonly changes: Change[] = [];

  constructor(readonly manager: EntityManager) {}

  /** Records a change; it is written and hashed in this same transaction, or the change does not happen. */
  record(change: Change): void {
    this.changes.push(change);
  }

  /**
   * Changes one row if it still has the version that the caller saw, and raises the version by one.
   * TypeORM's `save()` does not guard `@VersionColumn`, so the version is part of the WHERE.
   * @throws ProblemException `entry/stale-version` when another change came first.
   */
  async change<Row extends ObjectLiteral & { version: number }>(
    row: EntityTarget<Row>,
    where: FindOptionsWhere<Row> & { version: number },
    set: QueryDeepPartialEntity<Row>,
  ): Promise<void> {
    const result = await this.manager.update(row, where, { ...set, version: where.version + 1 });
    if (result.affected !== 1) throw problem('entry/stale-version');
  }
}

/** The way to one connection: whose turn it is, and who is inside. */
interface Lane {
  readonly queue: Fifo;
  readonly inside: AsyncLocalStorage<true>;
}

/**
 * The one door to the database. A use case opens one transaction for the whole command; nothing else may open one.
 *
 * SQLite has a single connection for the process, so reads and writes queue behind one another: without the queue a
 * statement would run inside somebody else's transaction and vanish with its rollback. On MySQL and MariaDB a
 * transaction that lost against another is run again as a whole.
 */
@Injectable()
export class Db {
  private lane: Lane = { queue: new Fifo(), inside: new AsyncLocalStorage<true>() };

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The same door, in the same queue, for work that lives by another clock: the demo year. */
  at(clock: Clock): Db {
    const twin: Db = new Db(this.source, clock);
    twin.lane = this.lane;
    return twin;
  }

  /**
   * Runs a command in one transaction: all of it happens, with its events, or none.
   * `work` may run several times and must have no effect outside the transaction.
   */
  async write<T>(actorId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.enter(() => this.withRetries(() => this.attempt(actorId, work)));
  }

  /** Runs reads that belong together: all see one state of the database, and only what was committed. */
  async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.enter(() => this.transact('read', work));
  }

  /** Tells whether the database answers and holds every migration of this version. */
  async isCurrent(): Promise<boolean> {
    return this.enter(async () => (await pendingMigrations(this.source)).length === 0);
  }

  private async enter<T>(work: () => Promise<T>): Promise<T> {
    const { queue, inside } = this.lane;
    if (inside.getStore()) throw new Error('Db is not re-entrant: pass the open transaction on instead.');
    const run = () => inside.run(true, work);
    return this.source.options.type === 'better-sqlite3' ? queue.run(run) : run();
  }

  private transact<T>(kind: TransactionKind, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.source, kind, work);
  }

  private async attempt<T>(actorId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transact('write', async (manager) => {
      const tx = new Tx(manager);
      const outcome = await work(tx);
      await writeEvents(manager, { actorId, at: this.clock.now() }, tx.changes);
      return outcome;
    });
  }

  private async withRetries<T>(attempt: () => Promise<T>): Promise<T> {
    let twinMet = false;
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        // A twin inserted the same key first. Run again, the work finds that row and answers for itself.
        const twin: boolean = isKeyTaken(error) && !twinMet;
        if (tried >= TRIES || !(twin || isTransient(error))) throw error;
        twinMet ||= twin;
        await new Promise((wake) => setTimeout(wake, 20 * tried + Math.random() * 40 * tried));
      }
    }
  }
}
