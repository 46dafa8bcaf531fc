import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import { EntryView } from '@countersign/contracts/entries/views';
import { AnswerBody, ApproveBody, ResolutionBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import {
  answerCorrection,
  approveEntry,
  readQueue,
  resolveCorrection,
  returnEntry,
  undoDecision,
} from '@countersign/contracts/reviews/endpoints';
import { QueueView } from '@countersign/contracts/reviews/views';
import { Db } from '../db/db';
import type { Tx } from '../db/context';
import { EntryViews } from '../entries/entry-views';
import type { EntryRow } from '../entries/entry.row';
import { Handle, type Handled } from '../platform/handle';
import { AnswerCorrection } from './answer-correction';
import { ReviewEntry } from './review-entry';
import { ReviewQueue } from './review-queue';

@Controller()
export class ReviewsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReviewEntry) private readonly review: ReviewEntry,
    @Inject(AnswerCorrection) private readonly corrections: AnswerCorrection,
    @Inject(ReviewQueue) private readonly queue: ReviewQueue,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  @Handle(readQueue, { view: QueueView })
  waiting({ actor, params }: Handled<typeof readQueue>): Promise<QueueView> {
    return this.db.read(actor, (view) => this.queue.run(view, params.programId));
  }

  @Handle(approveEntry, { body: ApproveBody, view: EntryView })
  approve({ actor, params, body, revision }: Handled<typeof approveEntry>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.review.approve(tx, { ...params, revision }, body));
  }

  @Handle(returnEntry, { body: ReturnBody, view: EntryView })
  return({ actor, params, body, revision }: Handled<typeof returnEntry>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.review.return(tx, { ...params, revision }, body));
  }

  @Handle(undoDecision, { view: EntryView })
  undo({ actor, params, revision }: Handled<typeof undoDecision>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.review.undo(tx, { ...params, revision }));
  }

  @Handle(answerCorrection, { body: AnswerBody, view: EntryView })
  answerIt({ actor, params, body, revision }: Handled<typeof answerCorrection>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.corrections.answer(tx, { ...params, revision }, body));
  }

  @Handle(resolveCorrection, { body: ResolutionBody, view: EntryView })
  resolve({ actor, params, body, revision }: Handled<typeof resolveCorrection>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.corrections.resolve(tx, { ...params, revision }, body));
  }

  /** Decides and answers the entry as it then is, in one transaction. */
  private answer(actor: Actor, decide: (tx: Tx) => Promise<EntryRow>): Promise<EntryView> {
    return this.db.write(actor, async (tx) => this.views.one(tx, await decide(tx)));
  }
}
