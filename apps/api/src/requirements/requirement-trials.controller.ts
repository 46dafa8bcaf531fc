import { Controller, Inject } from '@nestjs/common';
import { EvidenceView } from '@countersign/contracts/competencies/views';
import {
  RatingOddsQuery,
  RequirementTrialBody,
  TrialEvidenceBody,
} from '@countersign/contracts/requirements/bodies';
import {
  readRatingOdds,
  readTrialEvidence,
  tryRequirementSet,
} from '@countersign/contracts/requirements/endpoints';
import { RatingOddsView, RequirementTrialView } from '@countersign/contracts/requirements/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ratingOdds } from './rating-odds';
import { TrialEvidence } from './trial-evidence';
import { TryRequirementSet } from './try-requirement-set';

/** What a set would mean before it is one; nothing of it is written. */
@Controller()
export class RequirementTrialsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(TryRequirementSet) private readonly trial: TryRequirementSet,
    @Inject(TrialEvidence) private readonly evidence: TrialEvidence,
  ) {}

  @Handle(readRatingOdds, { query: RatingOddsQuery, view: RatingOddsView })
  odds({ query }: Handled<typeof readRatingOdds>): Promise<RatingOddsView> {
    return Promise.resolve(ratingOdds(query));
  }

  @Handle(tryRequirementSet, { body: RequirementTrialBody, view: RequirementTrialView })
  try({ actor, params, body }: Handled<typeof tryRequirementSet>): Promise<RequirementTrialView> {
    return this.db.read(actor, (view) => this.trial.run(view, params.programId, body));
  }

  @Handle(readTrialEvidence, { body: TrialEvidenceBody, view: EvidenceView })
  behind({ actor, params, body }: Handled<typeof readTrialEvidence>): Promise<EvidenceView> {
    return this.db.read(actor, (view) => this.evidence.run(view, params.programId, body));
  }
}
