import { Controller, Inject } from '@nestjs/common';
import { readDashboard, readEvidence, readProgress } from '@countersign/contracts/dashboards/endpoints';
import { DashboardView, EvidenceView, ProgressView } from '@countersign/contracts/dashboards/views';
import { Handle, type Handled } from '../platform/handle';
import { DashboardPage } from './dashboard-page';
import { EvidencePage } from './evidence-page';
import { ProgressPage } from './progress-page';

@Controller()
export class DashboardsController {
  constructor(
    @Inject(DashboardPage) private readonly dashboard: DashboardPage,
    @Inject(ProgressPage) private readonly progress: ProgressPage,
    @Inject(EvidencePage) private readonly evidence: EvidencePage,
  ) {}

  @Handle(readDashboard, { view: DashboardView })
  program({ actor, params }: Handled<typeof readDashboard>): Promise<DashboardView> {
    return this.dashboard.run(actor, params.programId);
  }

  @Handle(readProgress, { view: ProgressView })
  fellow({ actor, params }: Handled<typeof readProgress>): Promise<ProgressView> {
    return this.progress.run(actor, params.programId, params.fellowId);
  }

  @Handle(readEvidence, { view: EvidenceView })
  behind({ actor, params }: Handled<typeof readEvidence>): Promise<EvidenceView> {
    return this.evidence.run(actor, params);
  }
}
