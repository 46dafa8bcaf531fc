import { Controller, Inject } from '@nestjs/common';
import { readDashboard } from '@countersign/contracts/dashboards/endpoints';
import { DashboardView } from '@countersign/contracts/dashboards/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadDashboard } from './read-dashboard';

@Controller()
export class DashboardsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadDashboard) private readonly dashboard: ReadDashboard,
  ) {}

  @Handle(readDashboard, { view: DashboardView })
  program({ actor, params }: Handled<typeof readDashboard>): Promise<DashboardView> {
    return this.db.read(actor, (view) => this.dashboard.run(view, params.programId));
  }
}
