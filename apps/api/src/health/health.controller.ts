import { Controller, Inject } from '@nestjs/common';
import { readLive, readReady } from '@countersign/contracts/server/endpoints';
import { HealthView } from '@countersign/contracts/server/views';
import { Db } from '../db/db';
import { Handle } from '../platform/handle';
import { problem } from '../platform/problem';

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
      await Promise.race([this.db.read((manager) => manager.query('SELECT 1')), late]);
    } catch {
      throw problem('server/database');
    } finally {
      clearTimeout(timer);
    }
    return { status: 'ok' };
  }
}
