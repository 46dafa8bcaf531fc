import { Controller, Inject } from '@nestjs/common';
import { PastDecisionQuery } from '@countersign/contracts/reviews/bodies';
import { readPastDecisions } from '@countersign/contracts/reviews/endpoints';
import { PastDecisionPageView } from '@countersign/contracts/reviews/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { PastDecisions } from './past-decisions';

@Controller()
export class PastDecisionsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(PastDecisions) private readonly past: PastDecisions,
  ) {}

  @Handle(readPastDecisions, { query: PastDecisionQuery, view: PastDecisionPageView })
  list({ actor, params, query }: Handled<typeof readPastDecisions>): Promise<PastDecisionPageView> {
    return this.db.read(actor, (view) => this.past.run(view, params.programId, query));
  }
}
