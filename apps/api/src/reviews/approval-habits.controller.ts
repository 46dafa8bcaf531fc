import { Controller, Inject } from '@nestjs/common';
import { readApprovalHabits } from '@countersign/contracts/reviews/habits-endpoints';
import { ApprovalHabitsView } from '@countersign/contracts/reviews/habits-views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadApprovalHabits } from './read-approval-habits';

@Controller()
export class ApprovalHabitsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadApprovalHabits) private readonly habits: ReadApprovalHabits,
  ) {}

  @Handle(readApprovalHabits, { view: ApprovalHabitsView })
  list({ actor, params }: Handled<typeof readApprovalHabits>): Promise<ApprovalHabitsView> {
    return this.db.read(actor, (view) => this.habits.run(view, params.programId));
  }
}
