import { IsNull, LessThan } from 'typeorm';
import type { Tx } from '../db/context';
import { backOffMs } from './back-off';
import type { Job, Slot } from './job';
import { JobRunRow } from './job-run.row';
import { errorText, LeaseLost, takeLease, underFence, unleased, type Place } from './lease';
import { OWNER, SYSTEM, type Surroundings } from './turn';
import { untilAborted } from './work-outside';

/** How long the runs of a job are kept; the newest always. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** A slot of a job that is due. */
interface Due {
  readonly name: string;
  readonly slot: string;
  readonly job: Job;
}

/** Runs the slots of jobs, each behind its row. */
export class JobRuns {
  constructor(private readonly around: Surroundings) {}

  /** Runs a slot unless it has run, or somebody is at it. Answers whether it needs no more looking after. */
  async run(due: Due, stop: AbortSignal): Promise<boolean> {
    const found = await this.around.db.write(SYSTEM, (tx) => this.take(tx, due));
    if (found === 'settled' || found === 'busy') return found === 'settled';
    const { fence, failures } = found;
    try {
      await this.work(due, fence, stop);
      return true;
    } catch (error) {
      // Whoever took over looks after it.
      if (error instanceof LeaseLost) return false;
      await this.giveBack(
        due,
        found,
        stop.aborted ? {} : failed(failures + 1, this.around.clock.now(), error),
      );
      return false;
    }
  }

  /** The row of the slot with its lease; made, when this is the first to come. */
  private async take(tx: Tx, { name, slot }: Due): Promise<JobRunRow | 'settled' | 'busy'> {
    const { clock, rhythm } = this.around;
    const now = clock.now();
    const until = now + rhythm.leaseMs;
    const [newest] = await tx.manager.find(JobRunRow, {
      where: { job: name },
      order: { slot: 'DESC' },
      take: 1,
    });
    const made = { ...unleased, job: name, slot, owner: OWNER };
    if (newest === undefined) {
      // The installation comes to know the job: its past is not made up for.
      await tx.insert(JobRunRow, { ...made, doneAt: now });
      return 'settled';
    }
    // A slot before the newest was missed for good, or this clock is behind.
    if (newest.slot > slot || (newest.slot === slot && newest.doneAt !== null)) return 'settled';
    if (newest.slot < slot) {
      const row = { ...made, fence: 1, leaseUntil: until, doneAt: null };
      await tx.insert(JobRunRow, row);
      return row;
    }
    if (newest.nextAt > now) return 'busy';
    // Somebody else may have done it since it was read.
    const undone = { table: JobRunRow, key: { job: name, slot, doneAt: IsNull() } };
    return (await takeLease(tx, undone, { owner: OWNER, now, until })) ?? 'busy';
  }

  private async work({ name, slot, job }: Due, fence: number, stop: AbortSignal): Promise<void> {
    const { db } = this.around;
    const told: Slot = { id: `${name}:${slot}`, slot };
    const done = (tx: Tx) => this.done(tx, { name, slot, fence });
    if ('inside' in job) {
      await db.write(SYSTEM, async (tx) => {
        await job.inside(tx, told);
        await done(tx);
      });
      return;
    }
    await this.whileHeld({ name, slot, fence }, stop, (signal) => job.outside(told, signal));
    await db.write(SYSTEM, done);
  }

  private async done(
    tx: Tx,
    { name, slot, fence }: { name: string; slot: string; fence: number },
  ): Promise<void> {
    const now = this.around.clock.now();
    await underFence(tx, placeOf(name, slot), fence, { doneAt: now, leaseUntil: 0, error: null });
    const old = new Date(now - KEPT_MS).toISOString();
    await tx.remove(JobRunRow, { job: name, slot: LessThan(old) });
  }

  /** Renews the lease while the work goes on. */
  private async whileHeld(
    { name, slot, fence }: { readonly name: string; readonly slot: string; readonly fence: number },
    stop: AbortSignal,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { db, clock, rhythm } = this.around;
    const lost = new AbortController();
    const renew = () =>
      db
        .write(SYSTEM, (tx) =>
          underFence(tx, placeOf(name, slot), fence, { leaseUntil: clock.now() + rhythm.leaseMs }),
        )
        .catch((error: unknown) => {
          // A database that cannot be reached now may be there before the lease ends.
          if (error instanceof LeaseLost) lost.abort(error);
        });
    const timer = setInterval(() => void renew(), rhythm.leaseMs / 3);
    const signal = AbortSignal.any([stop, lost.signal]);
    try {
      await untilAborted(work(signal), signal);
    } finally {
      clearInterval(timer);
    }
  }

  private async giveBack({ name, slot }: Due, { fence }: JobRunRow, set: Partial<JobRunRow>): Promise<void> {
    try {
      await this.around.db.write(SYSTEM, (tx) =>
        underFence(tx, placeOf(name, slot), fence, { leaseUntil: 0, ...set }),
      );
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
  }
}

/** A slot that failed is tried again until the next one is due. */
function failed(failures: number, now: number, error: unknown): Partial<JobRunRow> {
  return { failures, nextAt: now + backOffMs(failures, Math.random()), error: errorText(error) };
}

function placeOf(job: string, slot: string): Place<JobRunRow> {
  return { table: JobRunRow, key: { job, slot } };
}
