import { Controller, Inject } from '@nestjs/common';
import { CheckpointsQuery } from '@countersign/contracts/ledger/bodies';
import { readCheckpointNote, readCheckpoints } from '@countersign/contracts/ledger/endpoints';
import { CheckpointsView } from '@countersign/contracts/ledger/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { KeptCheckpoints } from './kept-checkpoints';

/** The checkpoints of the record, for those who keep them elsewhere. */
@Controller()
export class RecordController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(KeptCheckpoints) private readonly kept: KeptCheckpoints,
  ) {}

  @Handle(readCheckpoints, { query: CheckpointsQuery, view: CheckpointsView })
  list({ actor, params, query }: Handled<typeof readCheckpoints>): Promise<CheckpointsView> {
    const below = query.below === undefined ? undefined : Number(query.below);
    return this.db.read(actor, (view) => this.kept.checkpoints(view, { ...params, below }));
  }

  @Handle(readCheckpointNote, {})
  async note({ actor, params }: Handled<typeof readCheckpointNote>): Promise<Uint8Array> {
    const note = await this.db.read(actor, (view) => this.kept.note(view, params.programId, params));
    return Buffer.from(note);
  }
}
