import { Inject, Injectable } from '@nestjs/common';
import { entriesToReview, type Actor } from '@countersign/domain/access';
import type { QueueView } from '@countersign/contracts/reviews/views';
import { whereScope } from '../access/scope-sql';
import { Db } from '../db/db';
import { EntryRow } from '../entries/entry.row';
import { EntryViews } from '../entries/entry-views';

const MOST = 200;

/** What waits for a supervisor, oldest submission first. */
@Injectable()
export class ReviewQueue {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  async run(actor: Actor, programId: string): Promise<QueueView> {
    return this.db.read(async (manager) => {
      const waiting = whereScope(
        manager.createQueryBuilder(EntryRow, 'entry'),
        entriesToReview(actor, programId),
      );
      const [rows, total] = await waiting
        .orderBy('entry.submittedAt', 'ASC')
        .addOrderBy('entry.id', 'ASC')
        .take(MOST)
        .getManyAndCount();
      return { entries: await this.views.many(manager, actor, rows), total };
    });
  }
}
