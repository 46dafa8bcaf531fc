import { Inject, Injectable } from '@nestjs/common';
import { entriesToReview } from '@countersign/domain/access';
import { formBatches } from '@countersign/domain/entry';
import type { QueueView } from '@countersign/contracts/reviews/views';
import type { Reading } from '../db/context';
import { ReadWaiting } from './waiting-entries';

const MOST = 200;

/** What waits for a supervisor, oldest submission first, and which of it may be approved together. */
@Injectable()
export class ReviewQueue {
  constructor(@Inject(ReadWaiting) private readonly waiting: ReadWaiting) {}

  /** The actor's queue in the program. */
  async run(view: Reading, programId: string): Promise<QueueView> {
    const scope = entriesToReview(view.actor, programId);
    const { entries, total, earlier } = await this.waiting.run(view, { programId, scope, most: MOST });
    const { batches, pulled } = formBatches(entries.map(({ asBatched }) => asBatched));
    return {
      entries: entries.map((entry) => entry.view),
      total,
      batches: batches
        .filter(({ length }) => length > 1)
        .map((batch) => ({ entryIds: batch.map(({ id }) => id) })),
      pulled: pulled.map(({ entry, reasons }) => ({ entryId: entry.id, reasons: [...reasons] })),
      earlier: earlier.views(),
    };
  }
}
