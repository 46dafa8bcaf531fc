import { Controller, Inject } from '@nestjs/common';
import { readInstitutionCounts } from '@countersign/contracts/institution/endpoints';
import { InstitutionCountsView } from '@countersign/contracts/institution/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadInstitutionCounts } from './read-institution-counts';

@Controller()
export class InstitutionController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadInstitutionCounts) private readonly reading: ReadInstitutionCounts,
  ) {}

  @Handle(readInstitutionCounts, { view: InstitutionCountsView })
  read({ actor, params }: Handled<typeof readInstitutionCounts>): Promise<InstitutionCountsView> {
    return this.db.read(actor, (view) => this.reading.run(view, params.programId));
  }
}
