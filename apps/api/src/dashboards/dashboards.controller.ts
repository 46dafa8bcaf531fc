import { Controller, Inject } from '@nestjs/common';
import { readDashboard, readEvidence, readProgress } from '@countersign/contracts/dashboards/endpoints';
import { DashboardView, EvidenceView, ProgressView } from '@countersign/contracts/dashboards/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { DashboardPage } from './dashboard-page';
import { EvidencePage } from './evidence-page';
import { ProgressPage } from './progress-page';

@Controller()
export class DashboardsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(DashboardPage) private readonly dashboard: DashboardPage,
    @Inject(ProgressPage) private readonly progress: ProgressPage,
    @Inject(EvidencePage) private readonly evidence: EvidencePage,
  ) {}

  @Handle(readDashboard, { view: DashboardView })
  program({ actor, params }: Handled<typeof readDashboard>): Promise<DashboardView> {
    return this.db.read(actor, (view) => this.dashboard.run(view, params.programId));
  }

  @Handle(readProgress, { view: ProgressView })
  fellow({ actor, params }: Handled<typeof readProgress>): Promise<ProgressView> {
    return this.db.read(actor, (view) => this.progress.run(view, params));
  }

  @Handle(readEvidence, { view: EvidenceView })
  behind({ actor, params }: Handled<typeof readEvidence>): Promise<EvidenceView> {
    return this.db.read(actor, (view) => this.evidence.run(view, params));
  }
}
