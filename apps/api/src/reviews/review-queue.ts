import { Inject, Injectable } from '@nestjs/common';
import { entriesToReview } from '@countersign/domain/access';
import type { QueueView } from '@countersign/contracts/reviews/views';
import { whereScope } from '../access/scope-sql';
import type { Reading } from '../db/context';
import { certainRowReader, countingAll, type RawRow } from '../db/raw-rows';
import { EntryRow } from '../entries/entry.row';
import { EntryViews } from '../entries/entry-views';

const MOST = 200;

/** What waits for a supervisor, oldest submission first. */
@Injectable()
export class ReviewQueue {
  constructor(@Inject(EntryViews) private readonly views: EntryViews) {}

  /** The actor's queue in the program. */
  async run(view: Reading, programId: string): Promise<QueueView> {
    const waiting = whereScope(
      view.manager.createQueryBuilder(EntryRow, 'entry'),
      entriesToReview(view.actor, programId),
    );
    const found = await countingAll(waiting)
      .orderBy('entry.submittedAt', 'ASC')
      .addOrderBy('entry.id', 'ASC')
      .limit(MOST)
      .getRawMany<RawRow & { total: number | string }>();
    const rows = found.map(certainRowReader(view.manager, EntryRow, 'entry'));
    return { entries: await this.views.many(view, rows), total: Number(found[0]?.total ?? 0) };
  }
}
