import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { atOrBefore } from '../db/columns';
import { ACT_KEPT_MS, ActRow } from '../db/act.row';
import type { Tx } from '../db/context';
import { Timers } from './timers';

/** Clears away, every hour, what acts were answered so long ago that nobody asks again. */
@Injectable()
export class OldActs implements OnModuleInit {
  constructor(@Inject(Timers) private readonly timers: Timers) {}

  onModuleInit(): void {
    const schedule = { pattern: '17 * * * *', timeZone: 'UTC' };
    this.timers.every('old-acts', schedule, { inside: (tx) => this.clear(tx) });
  }

  async clear(tx: Tx): Promise<void> {
    await tx.remove(ActRow, { at: atOrBefore(tx.now - ACT_KEPT_MS) });
  }
}
