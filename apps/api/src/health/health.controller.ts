import { Controller, Inject } from '@nestjs/common';
import { readLive, readReady } from '@countersign/contracts/server/endpoints';
import { HealthView } from '@countersign/contracts/server/views';
import { Db } from '../db/db';
import { Handle } from '../platform/handle';
import { problem } from '../platform/problem';

/** How long the database may take before the server does not count as ready. */
const PATIENCE_MS = 1_000;

@Controller()
export class HealthController {
  constructor(@Inject(Db) private readonly db: Db) {}

  @Handle(readLive, { view: HealthView })
  live(): Promise<HealthView> {
    return Promise.resolve({ status: 'ok' });
  }

  @Handle(readReady, { view: HealthView })
  async ready(): Promise<HealthView> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(problem('server/database')), PATIENCE_MS);
    });
    try {
      if (await Promise.race([this.db.isCurrent(), late])) return { status: 'ok' };
    } catch {
      // Whatever the database said, the answer is the same: not now.
    } finally {
      clearTimeout(timer);
    }
    throw problem('server/database');
  }
}
