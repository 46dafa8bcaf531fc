import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Db } from '../db/db';
import type { NewEvent } from '../db/event-log';
import { Clock } from '../platform/clock';
import { assertName, type Follower, type Inside, type Outside } from './follower';
import { FollowerCursorRow } from './follower.row';
import { freeAll } from './lease';
import { Rhythm } from './rhythm';
import { SYSTEM, type Surroundings } from './turn';
import { Worker } from './worker';

/** What follows the logs: features say at their start what they want to be told of, and how they deal with it. */
@Injectable()
export class Followers implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Followers');
  private readonly workers = new Map<string, Worker>();

  private readonly around: Surroundings;

  constructor(@Inject(Db) db: Db, @Inject(Clock) clock: Clock, @Inject(Rhythm) rhythm: Rhythm) {
    this.around = { db, clock, rhythm };
    db.onCommit((changes) => this.tell(changes));
  }

  /** Registers a follower; it works when {@link start} was called. */
  follow(name: string, kinds: Follower['kinds'], handler: Inside | Outside): void {
    assertName(name, this.workers.keys());
    const report = (error: unknown) =>
      this.logger.error(
        `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    this.workers.set(name, new Worker({ name, kinds, ...handler }, this.around, report));
  }

  /** The follower of this name, if it is registered. */
  named(name: string): Follower | undefined {
    return this.workers.get(name)?.follower;
  }

  /** Every follower that this version has. */
  all(): readonly Follower[] {
    return [...this.workers.values()].map(({ follower }) => follower);
  }

  /** Lets all followers work until the app is closed. */
  async start(): Promise<void> {
    const { db } = this.around;
    if (db.isOneConnection) await db.write(SYSTEM, (tx) => freeAll(tx, FollowerCursorRow));
    for (const { loop } of this.workers.values()) loop.start();
  }

  /** Lets them work until none has anything to do now. */
  async catchUp(): Promise<void> {
    const { signal } = new AbortController();
    for (const worker of this.workers.values()) while (await worker.round(signal));
  }

  /** Ends the work and gives the leases back. */
  async stop(): Promise<void> {
    const workers = [...this.workers.values()];
    await Promise.all(workers.map(({ loop }) => loop.stop()));
    for (const worker of workers) await worker.release();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private tell(events: readonly NewEvent[]): void {
    for (const { follower, loop } of this.workers.values()) {
      const kinds: readonly string[] | 'all' = follower.kinds;
      const rests = 'restMs' in follower && follower.restMs !== undefined;
      if (!rests && (kinds === 'all' || events.some(({ action }) => kinds.includes(action)))) loop.wake();
    }
  }
}
