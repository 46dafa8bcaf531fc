import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@countersign/domain/access';
import { Clock, Ids } from '../platform/clock';
import type { Writer } from '../platform/privacy';
import { problem } from '../platform/problem';
import { Reading, Tx, type Moment } from './context';
import { ActRow } from './act.row';
import { firstAnswer, keepAnswer, type ActWriter } from './acts';
import { appendEvents, type NewEvent } from './event-log';
import { isFileHeld, isHeldUp, isKeyTaken, isTransient, isUnreachable, OutcomeUnknown } from './faults';
import { Fifo } from './fifo';
import { pendingMigrations } from './migrate';
import { INSTALLATION } from './row-changes';
import { inTransaction, withoutTransaction, type TransactionKind } from './transaction';

/** Tries of one write before it is given up, the first included. */
const TRIES = 5;

/** How long somebody waits for a file that another program holds, and for how long between two tries, ms. */
const FILE_HELD_MS = 2_000;
const FILE_PAUSE_MS = 100;

/** Whose row a trial is, and how long: longer than what is free in a page. */
const TRIAL = 'trial';
const TRIAL_SIZE = 20_000;

/**
 * The one door to the database. Whoever answers a request or runs a command opens it once; use cases take what is open.
 *
 * SQLite has a single connection for the process, so reads and writes queue behind one another: without the queue a
 * statement would run inside somebody else's transaction and vanish with its rollback. On MySQL and MariaDB reads have
 * connections of their own, so that no write holds them up, and a transaction that lost against another is run again as a
 * whole; one that waits for a lock that somebody keeps, while nobody is let through, is refused after a second
 * (`server/busy`). A SQLite file that another program holds is asked for again and again outside of the queue, for two seconds, and reads go on meanwhile.
 */
@Injectable()
export class Db {
  private readonly queue = new Fifo();
  /** What is open, with when it was asked for, ms on the clock of the process. */
  private readonly inside = new AsyncLocalStorage<{ readonly asked: number }>();
  /** When a write last found a lock kept by somebody, by the program whose it was, on the clock of the process, ms. */
  private readonly heldUpAt = new Map<string, number>();
  /** When a command of this process was last let through, by the log that it wrote, on the same clock. */
  private readonly movedAt = new Map<string, number>();
  private readonly listeners: ((events: readonly NewEvent[]) => void)[] = [];
  private readonly timekeepers: ((kind: TransactionKind, waitedMs: number) => void)[] = [];

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /**
   * Runs a command in one transaction: all of it happens, with its events, or none.
   * `work` may run several times and must have no effect outside the transaction. A request that names its act is done
   * once: asked again it is answered what it was answered the first time, so the outcome must be plain JSON.
   * @throws OutcomeUnknown when the connection broke during the commit and the database cannot be asked
   * @throws ProblemException `request/key-reused` where another act has the key
   * @param moment when it happens, for a command that stands in another time than ours: the demo year
   */
  async write<T>(actor: Writer, work: (tx: Tx) => Promise<T>, moment: Moment = this.moment()): Promise<T> {
    const asked = performance.now();
    const attempt = () =>
      this.enter(() =>
        this.attempt(actor, moment, (tx) => {
          // Who waited for a connection of those would now wait as long again for the same lock.
          if ((this.heldUpAt.get(logOf(actor)) ?? 0) > asked) throw problem('server/busy');
          return work(tx);
        }),
      );
    const done = await this.once(actor, attempt);
    for (const log of done.logs) this.movedAt.set(log, performance.now());
    if (done.events.length > 0) for (const listener of this.listeners) listener(done.events);
    return done.outcome;
  }

  /** Lets somebody be told, after each commit of this process, what it recorded; a listener neither waits nor throws. */
  onCommit(listener: (events: readonly NewEvent[]) => void): void {
    this.listeners.push(listener);
  }

  /** Lets somebody be told, of each transaction that begins, how long it had waited for its turn or its connection. */
  onBegin(timekeeper: (kind: TransactionKind, waitedMs: number) => void): void {
    this.timekeepers.push(timekeeper);
  }

  /** Whether there is one connection for all, so that whoever holds it holds up everybody. */
  get isOneConnection(): boolean {
    return this.source.options.type === 'better-sqlite3';
  }

  /** Runs the reads of one request: all see one state of the database, and only what was committed. */
  read<T>(actor: Actor, work: (view: Reading) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.enter(() =>
      inTransaction(this.source, 'read', (manager) => {
        this.tellBegun('read');
        return work(new Reading(manager, actor, now));
      }),
    );
  }

  /** Runs a single statement that reads. It is one state by itself, so that no transaction stands around it. */
  glance<T>(actor: Actor, work: (view: Reading) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.enter(() =>
      withoutTransaction(this.source, (manager) => work(new Reading(manager, actor, now))),
    );
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

  /**
   * Writes something and takes it away again, committed, as a request would be: what reads alone is not ready.
   * @throws whatever the database has against it
   */
  async tryWrite(): Promise<void> {
    const attempt = () =>
      this.enter(() =>
        inTransaction(this.source, 'write', async (manager) => {
          const trial = { personId: TRIAL, id: this.ids.next() };
          const answer = { trial: 'x'.repeat(TRIAL_SIZE) };
          await manager.insert(ActRow, {
            ...trial,
            programId: null,
            digest: '',
            answer,
            at: this.clock.now(),
          });
          await manager.delete(ActRow, trial);
        }),
      );
    await this.withRetries(attempt, { isNamed: false, log: TRIAL });
  }

  /** Tells whether the database answers and holds every migration of this version. */
  isCurrent(): Promise<boolean> {
    return this.enter(() =>
      withoutTransaction(
        this.source,
        async (manager) => (await pendingMigrations(this.source, manager)).length === 0,
      ),
    );
  }

  private moment(): Moment {
    return { now: this.clock.now(), newId: () => this.ids.next() };
  }

  private async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside.getStore())
      throw new Error('Db is not re-entrant: pass the open transaction on instead.');
    const asked = performance.now();
    const run = () => this.inside.run({ asked }, work);
    if (!this.isOneConnection) return run();
    for (;;)
      try {
        return await this.queue.run(run);
      } catch (error) {
        if (!isFileHeld(error) || performance.now() - asked > FILE_HELD_MS) throw error;
        // Outside of the queue, so that everybody else goes on.
        await sleep(FILE_PAUSE_MS);
      }
  }

  private tellBegun(kind: TransactionKind): void {
    const waited = performance.now() - (this.inside.getStore()?.asked ?? performance.now());
    for (const timekeeper of this.timekeepers) timekeeper(kind, waited);
  }

  private attempt<T>(actor: Writer, moment: Moment, work: (tx: Tx) => Promise<T>): Promise<Done<T>> {
    return inTransaction(this.source, 'write', async (manager) => {
      this.tellBegun('write');
      const tx = new Tx(manager, actor, moment);
      const outcome = await work(tx);
      tx.assertRecorded();
      // Before the events, which hold the log's head: a twin that was first is met without it.
      if (namesAct(actor)) await keepAnswer(manager, actor, outcome, tx.now);
      const writing = { actorId: actor.personId, at: tx.now };
      const logs = new Set(tx.events.map((one) => one.log));
      for (const log of logs) {
        const events = tx.events.filter((one) => one.log === log).map(({ event }) => event);
        await appendEvents(manager, log, { writing, events });
      }
      return { outcome, events: tx.events.map(({ event }) => event), logs };
    });
  }

  /** Runs a command; where it does not succeed because it was done before, answers what it was answered then. */
  private async once<T>(actor: Writer, attempt: () => Promise<Done<T>>): Promise<Done<T>> {
    try {
      return await this.withRetries(attempt, { isNamed: namesAct(actor), log: logOf(actor) });
    } catch (error) {
      if (!namesAct(actor)) throw error;
      const asked = this.enter(() =>
        withoutTransaction(this.source, (manager) => firstAnswer(manager, actor)),
      );
      const first = await asked.catch((fault: unknown) => {
        // The database does not answer: what is known of the act is what was known before it was asked.
        throw isUnreachable(fault) ? error : fault;
      });
      if (first) return { outcome: first.answer as T, events: [], logs: new Set() };
      throw error;
    }
  }

  /** When a command that may have kept this one waiting was last let through, ms on the clock of the process. */
  private lastMoved(log: string): number {
    const moved = log === INSTALLATION ? [...this.movedAt.values()] : [this.movedAt.get(log) ?? 0];
    return Math.max(0, ...moved);
  }

  private async withRetries<T>(
    attempt: () => Promise<T>,
    { isNamed, log }: { isNamed: boolean; log: string },
  ): Promise<T> {
    let twinMet = false;
    let unknown: OutcomeUnknown | undefined;
    for (let tried = 1; ; tried += 1) {
      const tries = performance.now();
      try {
        return await attempt();
      } catch (error) {
        if (error instanceof OutcomeUnknown) unknown = error;
        // Where others were let through meanwhile nobody keeps the lock: its turn has not come, and it waits on.
        const isCrowded = isHeldUp(error) && this.lastMoved(log) > tries;
        if (isHeldUp(error) && !isCrowded && unknown === undefined) {
          this.heldUpAt.set(log, performance.now());
          throw error;
        }
        // A twin inserted the same key first. Run again, the work finds that row and answers for itself.
        const twin: boolean = isKeyTaken(error) && !twinMet;
        // An act that may have been done meets its own key, or waits for it, when it is done again.
        const lost = isNamed && unknown !== undefined && (error === unknown || isUnreachable(error));
        // A file that is held was waited for already.
        const mayPass = isTransient(error) && !isFileHeld(error);
        if (tried >= TRIES || !(twin || lost || mayPass || isCrowded))
          throw unknown !== undefined && (lost || isTransient(error)) ? unknown : error;
        twinMet ||= twin;
        await sleep(20 * tried + Math.random() * 40 * tried);
      }
    }
  }
}

/** The log that a command probably writes: that of the program in its address; without one nobody knows before it ends. */
function logOf(actor: Writer): string {
  return actor.act?.programId ?? INSTALLATION;
}

/** What a command gave, with the events that were recorded for it now. */
interface Done<T> {
  readonly outcome: T;
  readonly events: readonly NewEvent[];
  /** The logs that they are in. */
  readonly logs: ReadonlySet<string>;
}

function namesAct(actor: Writer): actor is ActWriter {
  return actor.act !== undefined;
}
