import { Inject, Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { EventRow } from '../db/event.row';
import { Clock } from '../platform/clock';
import { followedEvent } from './cursors';
import { DeadLetterRow } from './follower.row';
import { Followers } from './followers';
import { errorText } from './lease';
import { Rhythm } from './rhythm';
import { SYSTEM } from './turn';
import { untilAborted } from './work-outside';

/** What became of a letter that was tried again; nothing when it is dealt with. */
export interface Retried {
  readonly letter: DeadLetterRow;
  readonly error: string | null;
}

/** Events that followers have left behind. */
@Injectable()
export class DeadLetters {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Rhythm) private readonly rhythm: Rhythm,
    @Inject(Followers) private readonly followers: Followers,
  ) {}

  /** All of them, in the order of their logs. */
  async list(): Promise<readonly DeadLetterRow[]> {
    return this.db.glance(SYSTEM, ({ manager }) =>
      manager.find(DeadLetterRow, { order: { name: 'ASC', logId: 'ASC', seq: 'ASC' } }),
    );
  }

  /** Tries each once more; one that is dealt with is gone, with the effect inside the database in one transaction. */
  async retry(): Promise<readonly Retried[]> {
    const outcome: Retried[] = [];
    for (const letter of await this.list()) {
      try {
        await this.retryOne(letter);
        outcome.push({ letter, error: null });
      } catch (caught) {
        const error = errorText(caught);
        const { name, logId, seq } = letter;
        const at = this.clock.now();
        await this.db.write(SYSTEM, (tx) => tx.update(DeadLetterRow, { name, logId, seq }, { at, error }));
        outcome.push({ letter, error });
      }
    }
    return outcome;
  }

  private async retryOne({ name, logId, seq }: DeadLetterRow): Promise<void> {
    const follower = this.followers.named(name);
    if (follower === undefined) throw new Error(`this version has no follower ${name}`);
    const row = await this.db.glance(SYSTEM, ({ manager }) =>
      manager.findOneByOrFail(EventRow, { logId, seq }),
    );
    const event = followedEvent(name, row);
    if ('outside' in follower) {
      const signal = AbortSignal.timeout(this.rhythm.outsideMs);
      await untilAborted(follower.outside(event, signal), signal);
    }
    await this.db.write(SYSTEM, async (tx) => {
      // Of two who try again at once, one finds the letter.
      const removed = await tx.remove(DeadLetterRow, { name, logId, seq });
      if (removed === 1 && 'inside' in follower) await follower.inside(tx, [event]);
    });
  }
}
