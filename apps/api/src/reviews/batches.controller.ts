import { Controller, Inject } from '@nestjs/common';
import { ApproveBatchBody } from '@countersign/contracts/reviews/bodies';
import { approveBatch } from '@countersign/contracts/reviews/endpoints';
import { ApprovedBatchView } from '@countersign/contracts/reviews/views';
import { Db } from '../db/db';
import { EntryViews } from '../entries/entry-views';
import { Handle, type Handled } from '../platform/handle';
import { ApproveBatch } from './approve-batch';

@Controller()
export class BatchesController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ApproveBatch) private readonly batch: ApproveBatch,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  @Handle(approveBatch, { body: ApproveBatchBody, view: ApprovedBatchView })
  approve({ actor, params, body }: Handled<typeof approveBatch>): Promise<ApprovedBatchView> {
    return this.db.write(actor, async (tx) => {
      const rows = await this.batch.run(tx, params.programId, body);
      return { entries: await this.views.many(tx, rows) };
    });
  }
}
