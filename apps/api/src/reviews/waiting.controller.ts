import { Controller, Inject } from '@nestjs/common';
import { FallbackBody, ReassignBody } from '@countersign/contracts/reviews/waiting-bodies';
import { readWaiting, reassign, setFallback } from '@countersign/contracts/reviews/waiting-endpoints';
import { WaitingListView } from '@countersign/contracts/reviews/waiting-views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { HandOver } from './hand-over';
import { SetFallback } from './set-fallback';
import { WaitingList } from './waiting-list';

@Controller()
export class WaitingController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(HandOver) private readonly handOver: HandOver,
    @Inject(SetFallback) private readonly fallback: SetFallback,
    @Inject(WaitingList) private readonly waiting: WaitingList,
  ) {}

  @Handle(readWaiting, { view: WaitingListView })
  list({ actor, params }: Handled<typeof readWaiting>): Promise<WaitingListView> {
    return this.db.read(actor, (view) => this.waiting.run(view, params.programId));
  }

  @Handle(reassign, { body: ReassignBody, view: WaitingListView })
  reassign({ actor, params, body }: Handled<typeof reassign>): Promise<WaitingListView> {
    return this.db.write(actor, async (tx) => {
      await this.handOver.run(tx, params.programId, body);
      return this.waiting.run(tx, params.programId);
    });
  }

  @Handle(setFallback, { body: FallbackBody, view: WaitingListView })
  set({ actor, params, body }: Handled<typeof setFallback>): Promise<WaitingListView> {
    return this.db.write(actor, async (tx) => {
      await this.fallback.run(tx, params.programId, body);
      return this.waiting.run(tx, params.programId);
    });
  }
}
