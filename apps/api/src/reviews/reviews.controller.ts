import { Controller, Inject } from '@nestjs/common';
import { EntryView } from '@countersign/contracts/entries/views';
import { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import { approveEntry, readQueue, returnEntry, undoDecision } from '@countersign/contracts/reviews/endpoints';
import { QueueView } from '@countersign/contracts/reviews/views';
import { EntryViews } from '../entries/entry-views';
import { Handle, type Handled } from '../platform/handle';
import { ReviewEntry } from './review-entry';
import { ReviewQueue } from './review-queue';

@Controller()
export class ReviewsController {
  constructor(
    @Inject(ReviewEntry) private readonly review: ReviewEntry,
    @Inject(ReviewQueue) private readonly queue: ReviewQueue,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  @Handle(readQueue, { view: QueueView })
  waiting({ actor, params }: Handled<typeof readQueue>): Promise<QueueView> {
    return this.queue.run(actor, params.programId);
  }

  @Handle(approveEntry, { body: ApproveBody, view: EntryView })
  approve({ actor, params, body, version }: Handled<typeof approveEntry>): Promise<EntryView> {
    return this.review.approve(actor, { ...params, version }, body, this.views.answerTo(actor));
  }

  @Handle(returnEntry, { body: ReturnBody, view: EntryView })
  return({ actor, params, body, version }: Handled<typeof returnEntry>): Promise<EntryView> {
    return this.review.return(actor, { ...params, version }, body, this.views.answerTo(actor));
  }

  @Handle(undoDecision, { view: EntryView })
  undo({ actor, params, version }: Handled<typeof undoDecision>): Promise<EntryView> {
    return this.review.undo(actor, { ...params, version }, this.views.answerTo(actor));
  }
}
