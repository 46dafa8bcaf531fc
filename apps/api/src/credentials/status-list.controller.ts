import { Controller, Inject } from '@nestjs/common';
import { readStatusList } from '@countersign/contracts/credentials/endpoints';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { StatusList } from './status-list';

/** What anybody may ask about letters, without saying which one. */
@Controller()
export class StatusListController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(StatusList) private readonly list: StatusList,
  ) {}

  @Handle(readStatusList, {})
  async read({ actor, response }: Handled<typeof readStatusList>): Promise<Uint8Array> {
    response.setHeader('Cache-Control', 'no-cache');
    return Buffer.from(await this.db.read(actor, (view) => this.list.run(view)));
  }
}
