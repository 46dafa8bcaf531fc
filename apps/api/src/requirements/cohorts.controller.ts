import { Controller, Inject } from '@nestjs/common';
import { CohortBody } from '@countersign/contracts/requirements/bodies';
import { setCohort } from '@countersign/contracts/requirements/endpoints';
import { RequirementSetsView } from '@countersign/contracts/requirements/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadRequirementSets } from './read-requirement-sets';
import { SetCohort } from './set-cohort';

@Controller()
export class CohortsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadRequirementSets) private readonly sets: ReadRequirementSets,
    @Inject(SetCohort) private readonly cohorts: SetCohort,
  ) {}

  @Handle(setCohort, { body: CohortBody, view: RequirementSetsView })
  set({ actor, params, body }: Handled<typeof setCohort>): Promise<RequirementSetsView> {
    return this.db.write(actor, async (tx) => {
      await this.cohorts.run(tx, params, body);
      return this.sets.all(tx, params.programId);
    });
  }
}
