import { setImmediate } from 'node:timers/promises';
import { cursorOf, dueLogs, enrol, type DueLog } from './cursors';
import type { Follower } from './follower';
import { LeaseLost, takeLease, underFence } from './lease';
import { Loop } from './loop';
import { Held, OWNER, SYSTEM, Turns, type Surroundings } from './turn';

/** One follower at work in this process, with the leases that it has. */
export class Worker {
  readonly loop: Loop;
  private readonly held = new Map<string, Held>();
  private readonly turns: Turns;
  /** Also where no log is yet, so that what comes first is not taken for the past. */
  private isEnrolled = false;

  constructor(
    readonly follower: Follower,
    private readonly around: Surroundings,
    report: (error: unknown) => void,
  ) {
    this.turns = new Turns(follower, around);
    this.loop = new Loop(
      (stop) => this.round(stop),
      () => around.rhythm.pollMs,
      report,
    );
  }

  /** One turn in each log that has something for the follower, so that none waits for another's thousands. */
  async round(stop: AbortSignal): Promise<boolean> {
    const { db } = this.around;
    const logs = await db.glance(SYSTEM, ({ manager, now }) => dueLogs(manager, this.follower, now));
    if (!this.isEnrolled || logs.some(({ isKnown }) => !isKnown)) {
      await db.write(SYSTEM, (tx) => enrol(tx, this.follower));
      this.isEnrolled = true;
      return true;
    }
    let done = false;
    for (const log of logs) {
      if (stop.aborted) break;
      done = (await this.turn(log, stop)) || done;
      // SQLite answers without leaving the process: without this no request would come in before all is caught up with.
      await setImmediate();
    }
    return done;
  }

  /** Gives all leases back, so that nobody has to wait for their end. */
  async release(): Promise<void> {
    const { db } = this.around;
    for (const [logId, { fence }] of this.held) {
      const place = cursorOf(this.follower.name, logId);
      await db.write(SYSTEM, (tx) => underFence(tx, place, fence, { leaseUntil: 0 })).catch(unlessLost);
    }
    this.held.clear();
  }

  /** Answers whether it had the lease. */
  private async turn(log: DueLog, stop: AbortSignal): Promise<boolean> {
    const held = await this.lease(log);
    if (held === null) return false;
    try {
      await this.turns.take(held, log, stop);
    } catch (error) {
      this.lost(log.logId, error);
    }
    return true;
  }

  /** The lease, long enough for an effect outside. */
  private async lease({ logId, isFree }: DueLog): Promise<Held | null> {
    const { db, clock, rhythm } = this.around;
    const now = clock.now();
    const held = this.held.get(logId);
    if (held && now + rhythm.outsideMs < held.until) return held;
    if (held) return this.renew(logId, held, now + rhythm.leaseMs);
    if (!isFree) return null;
    const place = cursorOf(this.follower.name, logId);
    const until = now + rhythm.leaseMs;
    const row = await db.write(SYSTEM, (tx) => takeLease(tx, place, { owner: OWNER, now, until }));
    if (row === null) return null;
    const taken = new Held(row.fence, row.seq, row.failures, until);
    this.held.set(logId, taken);
    return taken;
  }

  private async renew(logId: string, held: Held, until: number): Promise<Held | null> {
    const place = cursorOf(this.follower.name, logId);
    try {
      await this.around.db.write(SYSTEM, (tx) => underFence(tx, place, held.fence, { leaseUntil: until }));
      held.until = until;
      return held;
    } catch (error) {
      return this.lost(logId, error);
    }
  }

  private lost(logId: string, error: unknown): null {
    unlessLost(error);
    this.held.delete(logId);
    return null;
  }
}

function unlessLost(error: unknown): void {
  if (!(error instanceof LeaseLost)) throw error;
}
