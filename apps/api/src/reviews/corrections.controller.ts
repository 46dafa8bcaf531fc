import { Controller, Inject } from '@nestjs/common';
import { CorrectionQuery } from '@countersign/contracts/reviews/bodies';
import { readCorrections } from '@countersign/contracts/reviews/endpoints';
import { CorrectedEntriesView } from '@countersign/contracts/reviews/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { CorrectedEntries } from './corrected-entries';

@Controller()
export class CorrectionsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(CorrectedEntries) private readonly corrected: CorrectedEntries,
  ) {}

  @Handle(readCorrections, { query: CorrectionQuery, view: CorrectedEntriesView })
  list({ actor, params, query }: Handled<typeof readCorrections>): Promise<CorrectedEntriesView> {
    return this.db.read(actor, (view) => this.corrected.run(view, params.programId, query));
  }
}
