import { Controller, Inject } from '@nestjs/common';
import { SpanQuery } from '@countersign/contracts/dashboards/bodies';
import { readYield } from '@countersign/contracts/dashboards/endpoints';
import { YieldView } from '@countersign/contracts/dashboards/yield-views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadYield } from './read-yield';

@Controller()
export class YieldController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadYield) private readonly reading: ReadYield,
  ) {}

  @Handle(readYield, { query: SpanQuery, view: YieldView })
  read({ actor, params, query }: Handled<typeof readYield>): Promise<YieldView> {
    return this.db.read(actor, (view) => this.reading.run(view, params.programId, query));
  }
}
