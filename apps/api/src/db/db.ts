import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@countersign/domain/access';
import { Clock, Ids } from '../platform/clock';
import type { Writer } from '../platform/privacy';
import { Reading, Tx, type Moment } from './context';
import { appendEvents, type NewEvent } from './event-log';
import { isKeyTaken, isTransient } from './faults';
import { Fifo } from './fifo';
import { pendingMigrations } from './migrate';
import { inTransaction } from './transaction';

/** Tries of one write before it is given up, the first included. */
const TRIES = 5;

/**
 * The one door to the database. Whoever answers a request or runs a command opens it once; use cases take what is open.
 *
 * SQLite has a single connection for the process, so reads and writes queue behind one another: without the queue a
 * statement would run inside somebody else's transaction and vanish with its rollback. On MySQL and MariaDB a
 * transaction that lost against another is run again as a whole.
 */
@Injectable()
export class Db {
  private readonly queue = new Fifo();
  private readonly inside = new AsyncLocalStorage<true>();
  private readonly listeners: ((events: readonly NewEvent[]) => void)[] = [];

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /**
   * Runs a command in one transaction: all of it happens, with its events, or none.
   * `work` may run several times and must have no effect outside the transaction.
   * @param moment when it happens, for a command that stands in another time than ours: the demo year
   */
  async write<T>(actor: Writer, work: (tx: Tx) => Promise<T>, moment: Moment = this.moment()): Promise<T> {
    const done = await this.enter(() => this.withRetries(() => this.attempt(actor, work, moment)));
    if (done.events.length > 0) for (const listener of this.listeners) listener(done.events);
    return done.outcome;
  }

  /** Lets somebody be told, after each commit of this process, what it recorded; a listener neither waits nor throws. */
  onCommit(listener: (events: readonly NewEvent[]) => void): void {
    this.listeners.push(listener);
  }

  /** Whether there is one connection for all, so that whoever holds it holds up everybody. */
  get isOneConnection(): boolean {
    return this.source.options.type === 'better-sqlite3';
  }

  /** Runs the reads of one request: all see one state of the database, and only what was committed. */
  read<T>(actor: Actor, work: (view: Reading) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.enter(() =>
      inTransaction(this.source, 'read', (manager) => work(new Reading(manager, actor, now))),
    );
  }

  /** Runs a single statement that reads. It is one state by itself, so that no transaction stands around it. */
  glance<T>(actor: Actor, work: (view: Reading) => Promise<T>): Promise<T> {
    return this.enter(() => work(new Reading(this.source.manager, actor, this.clock.now())));
  }

  /**
   * After a redaction: brings what was overwritten into the file and empties the write-ahead log, in which the words
   * would stand on. MySQL and MariaDB clear their pages in their own time.
   */
  forgetRemoved(): Promise<void> {
    return this.enter(async () => {
      if (this.source.options.type === 'better-sqlite3')
        await this.source.query('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  /** Tells whether the database answers and holds every migration of this version. */
  isCurrent(): Promise<boolean> {
    return this.enter(async () => (await pendingMigrations(this.source)).length === 0);
  }

  private moment(): Moment {
    return { now: this.clock.now(), newId: () => this.ids.next() };
  }

  private async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside.getStore())
      throw new Error('Db is not re-entrant: pass the open transaction on instead.');
    const run = () => this.inside.run(true, work);
    return this.isOneConnection ? this.queue.run(run) : run();
  }

  private attempt<T>(
    actor: Writer,
    work: (tx: Tx) => Promise<T>,
    moment: Moment,
  ): Promise<{ readonly outcome: T; readonly events: readonly NewEvent[] }> {
    return inTransaction(this.source, 'write', async (manager) => {
      const tx = new Tx(manager, actor, moment);
      const outcome = await work(tx);
      tx.assertRecorded();
      const writing = { actorId: actor.personId, at: tx.now };
      for (const log of new Set(tx.events.map((one) => one.log))) {
        const events = tx.events.filter((one) => one.log === log).map(({ event }) => event);
        await appendEvents(manager, log, { writing, events });
      }
      return { outcome, events: tx.events.map(({ event }) => event) };
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
