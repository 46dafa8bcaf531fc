import { hostname } from 'node:os';
import { nameless, type Tx } from '../db/context';
import type { Db } from '../db/db';
import type { Clock } from '../platform/clock';
import { backOffMs, MOST_FAILURES } from './back-off';
import { BatchSize } from './batch-size';
import { cursorOf, readBatch, type DueLog } from './cursors';
import type { FollowedEvent, Follower, Inside, Outside } from './follower';
import { DeadLetterRow, type FollowerCursorRow } from './follower.row';
import { errorText, LeaseLost, underFence, type Place } from './lease';
import type { Rhythm } from './rhythm';
import { untilAborted } from './work-outside';

/** What a worker needs for its turns. */
export interface Surroundings {
  readonly db: Db;
  readonly clock: Clock;
  readonly rhythm: Rhythm;
}

/** Who acts where no person does. */
export const SYSTEM = nameless('system');

/** Host and process, as rows name who has a lease. */
export const OWNER = `${hostname().slice(0, 60)}:${process.pid}`;

/** Events that one turn sends outside before other logs have theirs. */
const MOST_OUTSIDE = 16;
/** The lease of a follower on a log, as the worker that has it knows its row. */
export class Held {
  /** Events still to be taken one by one, because some of them failed together. */
  alone = 0;

  constructor(
    readonly fence: number,
    public seq: number,
    public failures: number,
    public until: number,
  ) {}

  /** What was committed. */
  come({ seq, until }: Moved): void {
    [this.seq, this.until, this.failures] = [seq, until, 0];
    this.alone = Math.max(0, this.alone - 1);
  }
}

interface Moved {
  readonly seq: number;
  readonly until: number;
}

/** The turns of one follower in one process: some events of one log, then another log. */
export class Turns {
  private readonly size: BatchSize;

  constructor(
    private readonly follower: Follower,
    private readonly around: Surroundings,
  ) {
    this.size = new BatchSize(around.db.isOneConnection);
  }

  /**
   * Takes the next events of a log. Trouble with an event is noted in its row: it is tried again later, and at last left
   * behind as a dead letter.
   * @throws LeaseLost, and what the database says when it cannot be reached
   */
  async take(held: Held, { logId, head }: DueLog, stop: AbortSignal): Promise<void> {
    const { follower } = this;
    // Between the look and the lease another worker may have come further than this one saw.
    if (head <= held.seq) return;
    if ('inside' in follower) await this.inside(follower, held, { logId, head });
    else await this.outside(follower, held, { logId, head, stop });
  }

  private async inside(
    follower: Follower & Inside,
    held: Held,
    { logId, head }: { readonly logId: string; readonly head: number },
  ): Promise<void> {
    const most = held.failures > 0 || held.alone > 0 ? 1 : this.size.value;
    let given: readonly FollowedEvent[] = [];
    let ms = 0;
    try {
      const moved = await this.around.db.write(SYSTEM, async (tx) => {
        given = [];
        const started = performance.now();
        const batch = await readBatch(tx.manager, follower, { logId, after: held.seq, head, most });
        given = batch.events;
        if (given.length > 0) await follower.inside(tx, given);
        const restMs = batch.reached === head ? (follower.restMs ?? 0) : 0;
        const moved = await this.move(tx, held, { logId, seq: batch.reached, restMs });
        ms = performance.now() - started;
        return moved;
      });
      held.come(moved);
    } catch (error) {
      return this.failed(held, { logId, given, error });
    }
    this.size.learn(given.length, ms);
  }

  private async outside(
    follower: Follower & Outside,
    held: Held,
    { logId, head, stop }: { readonly logId: string; readonly head: number; readonly stop: AbortSignal },
  ): Promise<void> {
    const { db } = this.around;
    const { events, reached } = await db.glance(SYSTEM, ({ manager }) =>
      readBatch(manager, follower, { logId, after: held.seq, head, most: MOST_OUTSIDE }),
    );
    for (const event of events) {
      if (stop.aborted) return;
      const signal = AbortSignal.any([stop, AbortSignal.timeout(this.around.rhythm.outsideMs)]);
      try {
        await untilAborted(follower.outside(event, signal), signal);
      } catch (error) {
        // A try that was ended because the process stops says nothing about the event.
        return stop.aborted ? undefined : this.failed(held, { logId, given: [event], error });
      }
      const seq = event === events.at(-1) ? reached : event.seq;
      held.come(await db.write(SYSTEM, (tx) => this.move(tx, held, { logId, seq, restMs: 0 })));
    }
    if (events.length > 0) return;
    held.come(await db.write(SYSTEM, (tx) => this.move(tx, held, { logId, seq: reached, restMs: 0 })));
  }

  /** Notes how far the follower has come; its effects inside stand or fall with this. */
  private async move(
    tx: Tx,
    held: Held,
    { logId, seq, restMs }: { readonly logId: string; readonly seq: number; readonly restMs: number },
  ): Promise<Moved> {
    const { clock, rhythm } = this.around;
    const now = clock.now();
    const leaseUntil = now + rhythm.leaseMs;
    const set = { seq, leaseUntil, failures: 0, nextAt: now + restMs, error: null };
    await underFence(tx, this.placeOf(held, logId), held.fence, set);
    return { seq, until: leaseUntil };
  }

  /** The row as this worker knows it: where a commit was not heard of, it is further than that, and nothing is done twice. */
  private placeOf({ seq }: Held, logId: string): Place<FollowerCursorRow> {
    const { table, key } = cursorOf(this.follower.name, logId);
    return { table, key: { ...key, seq } };
  }

  private async failed(
    held: Held,
    {
      logId,
      given,
      error,
    }: { readonly logId: string; readonly given: readonly FollowedEvent[]; error: unknown },
  ): Promise<void> {
    const [event] = given;
    if (error instanceof LeaseLost || event === undefined) throw error;
    if (given.length > 1) {
      held.alone = given.length;
      return;
    }
    const { db, clock } = this.around;
    const failures = held.failures + 1;
    const isDead = failures >= MOST_FAILURES;
    const now = clock.now();
    const text = errorText(error);
    const set: Partial<FollowerCursorRow> = isDead
      ? { seq: event.seq, failures: 0, nextAt: 0, error: text }
      : { failures, nextAt: now + backOffMs(failures, Math.random()), error: text };
    await db.write(SYSTEM, async (tx) => {
      await underFence(tx, this.placeOf(held, logId), held.fence, set);
      const letter = { name: this.follower.name, logId, seq: event.seq, at: now, error: text };
      if (isDead) await tx.insert(DeadLetterRow, letter);
    });
    [held.seq, held.failures] = [set.seq ?? held.seq, isDead ? 0 : failures];
  }
}
