import { Controller, Inject } from '@nestjs/common';
import { RollOverQuery } from '@countersign/contracts/roll-over/bodies';
import { readRollOver } from '@countersign/contracts/roll-over/endpoints';
import { RollOverView } from '@countersign/contracts/roll-over/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadRollOver } from './read-roll-over';

@Controller()
export class RollOverController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadRollOver) private readonly reading: ReadRollOver,
  ) {}

  @Handle(readRollOver, { query: RollOverQuery, view: RollOverView })
  read({ actor, params, query }: Handled<typeof readRollOver>): Promise<RollOverView> {
    return this.db.read(actor, (view) => this.reading.run(view, params.programId, query.on));
  }
}
