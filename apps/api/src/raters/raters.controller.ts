import { Controller, Inject } from '@nestjs/common';
import { readOwnRatings, readRaters } from '@countersign/contracts/raters/endpoints';
import { OwnRatingsView, RatersView } from '@countersign/contracts/raters/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { ReadRaters } from './read-raters';

@Controller()
export class RatersController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadRaters) private readonly raters: ReadRaters,
  ) {}

  @Handle(readRaters, { view: RatersView })
  all({ actor, params }: Handled<typeof readRaters>): Promise<RatersView> {
    return this.db.read(actor, (view) => this.raters.all(view, params.programId));
  }

  @Handle(readOwnRatings, { view: OwnRatingsView })
  own({ actor, params }: Handled<typeof readOwnRatings>): Promise<OwnRatingsView> {
    return this.db.read(actor, (view) => this.raters.own(view, params.programId));
  }
}
