import { Controller, Inject } from '@nestjs/common';
import { readEvidence, readProgress } from '@countersign/contracts/competencies/endpoints';
import { AsOfQuery } from '@countersign/contracts/competencies/bodies';
import { EvidenceView, ProgressView } from '@countersign/contracts/competencies/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadEvidence } from './read-evidence';
import { ReadProgress } from './read-progress';

@Controller()
export class CompetenciesController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadProgress) private readonly progress: ReadProgress,
    @Inject(ReadEvidence) private readonly evidence: ReadEvidence,
  ) {}

  @Handle(readProgress, { query: AsOfQuery, view: ProgressView })
  fellow({ actor, params, query }: Handled<typeof readProgress>): Promise<ProgressView> {
    return this.db.read(actor, (view) => this.progress.run(view, params, query.asOfOn));
  }

  @Handle(readEvidence, { view: EvidenceView })
  behind({ actor, params }: Handled<typeof readEvidence>): Promise<EvidenceView> {
    return this.db.read(actor, (view) => this.evidence.run(view, params));
  }
}
