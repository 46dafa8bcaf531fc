import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { assertName } from './follower';
import type { Job } from './job';
import { JobRuns } from './job-runs';
import { JobRunRow } from './job-run.row';
import { freeAll } from './lease';
import { Loop } from './loop';
import { Rhythm } from './rhythm';
import { SYSTEM } from './turn';
import { Slots, type Schedule } from './schedule';

/** One job at work in this process. */
interface Timed {
  readonly name: string;
  readonly loop: Loop;
  readonly round: (stop: AbortSignal) => Promise<boolean>;
}

/** What happens at certain times: features say at their start what, and when. */
@Injectable()
export class Timers implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Timers');
  private readonly jobs: Timed[] = [];
  private readonly runs: JobRuns;

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Rhythm) private readonly rhythm: Rhythm,
  ) {
    this.runs = new JobRuns({ db, clock, rhythm });
  }

  /**
   * Registers a job; it runs when {@link start} was called. Each slot runs once, on one of all nodes. Of slots that were
   * missed, while no node ran, the newest runs. A job begins with the first slot after the installation came to know it.
   */
  every(name: string, schedule: Schedule, job: Job): void {
    assertName(
      name,
      this.jobs.map((one) => one.name),
    );
    const slots = new Slots(schedule);
    let settled: string | null = null;
    const round = async (stop: AbortSignal): Promise<boolean> => {
      const slot = slots.newest(this.clock.now());
      if (slot === null || slot === settled) return false;
      if (await this.runs.run({ name, slot, job }, stop)) settled = slot;
      return false;
    };
    const wait = () =>
      Math.min(this.rhythm.pollMs, Math.max(1, slots.next(this.clock.now()) - this.clock.now()));
    const report = (error: unknown) =>
      this.logger.error(
        `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    this.jobs.push({ name, round, loop: new Loop(round, wait, report) });
  }

  /** Lets all jobs run when they are due, until the app is closed. */
  async start(): Promise<void> {
    const { db } = this;
    if (db.isOneConnection) await db.write(SYSTEM, (tx) => freeAll(tx, JobRunRow));
    for (const { loop } of this.jobs) loop.start();
  }

  /** Runs what is due now. */
  async catchUp(): Promise<void> {
    const { signal } = new AbortController();
    for (const { round } of this.jobs) await round(signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.jobs.map(({ loop }) => loop.stop()));
  }
}
