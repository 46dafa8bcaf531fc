import { Controller, Inject } from '@nestjs/common';
import { readLive, readReady } from '@countersign/contracts/server/endpoints';
import { HealthView } from '@countersign/contracts/server/views';
import { Db } from '../db/db';
import { troubleOf } from '../db/faults';
import { Handle } from '../platform/handle';
import { ProblemException } from '../platform/problem';

/** How long the database may take before the server does not count as ready: a file that is held is waited for, too. */
const PATIENCE_MS = 2_500;
/** How long an answer is given to others who ask. */
const FRESH_MS = 1_000;

@Controller()
export class HealthController {
  private asked: { readonly at: number; readonly answer: Promise<string | null> } | undefined;

  constructor(@Inject(Db) private readonly db: Db) {}

  @Handle(readLive, { view: HealthView })
  live(): Promise<HealthView> {
    return Promise.resolve({ status: 'ok' });
  }

  /** Says why not: a monitor that only hears “no” wakes somebody who has to find out. */
  @Handle(readReady, { view: HealthView })
  async ready(): Promise<HealthView> {
    const reason = await this.trouble();
    if (reason === null) return { status: 'ok' };
    throw new ProblemException('server/database', [], { reason });
  }

  /** What ails the database; null for nothing. Who asks soon after another hears the same: a trial costs a write. */
  private async trouble(): Promise<string | null> {
    const now = performance.now();
    if (this.asked === undefined || now - this.asked.at > FRESH_MS)
      this.asked = { at: now, answer: this.tried() };
    return this.asked.answer;
  }

  private async tried(): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('silent'), PATIENCE_MS);
    });
    try {
      return await Promise.race([this.lookAndWrite(), late]);
    } catch (error) {
      return troubleOf(error) ?? 'gone';
    } finally {
      clearTimeout(timer);
    }
  }

  private async lookAndWrite(): Promise<string | null> {
    if (!(await this.db.isCurrent())) return 'other-schema';
    await this.db.tryWrite();
    return null;
  }
}
