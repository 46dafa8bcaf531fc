import { Controller, Inject } from '@nestjs/common';
import { AsOfQuery } from '@countersign/contracts/competencies/bodies';
import { AttentionView } from '@countersign/contracts/dashboards/attention-views';
import { CaseMixView } from '@countersign/contracts/dashboards/case-mix-views';
import { DismissConcernBody } from '@countersign/contracts/dashboards/bodies';
import {
  dismissConcern,
  readAttention,
  readCaseMix,
  readDashboard,
} from '@countersign/contracts/dashboards/endpoints';
import { DashboardView } from '@countersign/contracts/dashboards/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { DismissConcern } from './dismiss-concern';
import { ReadAttention } from './read-attention';
import { ReadCaseMix } from './read-case-mix';
import { ReadDashboard } from './read-dashboard';

@Controller()
export class DashboardsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadDashboard) private readonly dashboard: ReadDashboard,
    @Inject(ReadAttention) private readonly attention: ReadAttention,
    @Inject(ReadCaseMix) private readonly mix: ReadCaseMix,
    @Inject(DismissConcern) private readonly dismissing: DismissConcern,
  ) {}

  @Handle(readDashboard, { query: AsOfQuery, view: DashboardView })
  program({ actor, params, query }: Handled<typeof readDashboard>): Promise<DashboardView> {
    return this.db.read(actor, (view) => this.dashboard.run(view, params.programId, query.asOfOn));
  }

  @Handle(readAttention, { view: AttentionView })
  needed({ actor, params }: Handled<typeof readAttention>): Promise<AttentionView> {
    return this.db.read(actor, (view) => this.attention.run(view, params.programId));
  }

  @Handle(readCaseMix, { view: CaseMixView })
  made({ actor, params }: Handled<typeof readCaseMix>): Promise<CaseMixView> {
    return this.db.read(actor, (view) => this.mix.run(view, params.programId));
  }

  @Handle(dismissConcern, { body: DismissConcernBody, view: AttentionView })
  dismiss({ actor, params, body }: Handled<typeof dismissConcern>): Promise<AttentionView> {
    return this.db.write(actor, async (tx) => {
      await this.dismissing.run(tx, params.programId, body);
      return this.attention.run(tx, params.programId);
    });
  }
}
