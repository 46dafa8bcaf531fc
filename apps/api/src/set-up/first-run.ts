import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { problem } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { tokenId } from '../sessions/session-token';
import { Throttle } from '../sessions/throttle';

/**
 * The door to an installation without a program. Whoever reads the console of the server may open it: its token is printed
 * at the start, kept as a digest in memory alone, and ends with the first program or with the process.
 */
@Injectable()
export class FirstRun {
  private readonly logger = new Logger('Set-up');
  private digest: string | undefined;

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  /** Makes a token, 32 random bytes in base64url, where there is no program; null where there is one. */
  async open(): Promise<string | null> {
    const token = randomBytes(32).toString('base64url');
    this.digest = tokenId(token);
    return (await this.isOpen()) ? token : null;
  }

  /** Whether a set-up is open. Once a program is there, whoever made it, the token is forgotten and nobody is asked again. */
  async isOpen(): Promise<boolean> {
    if (this.digest === undefined) return false;
    const isSetUp = await this.db.glance(nameless('anonymous'), ({ manager }) =>
      manager.existsBy(ProgramRow, {}),
    );
    if (isSetUp) this.close();
    return !isSetUp;
  }

  /** @throws ProblemException `set-up/over` */
  async assertOpen(): Promise<void> {
    if (!(await this.isOpen())) throw problem('set-up/over');
  }

  /**
   * Lets whoever holds the token in. Wrong ones count as wrong passwords do: all of them are tries for one name.
   * @throws ProblemException `set-up/over`, `set-up/token-wrong`, `session/too-many-tries`
   */
  async admit(request: Request, token: string): Promise<void> {
    await this.assertOpen();
    const begun = await this.throttle.begin({ request, name: 'set-up', failures: 0 });
    if (!this.fits(token)) {
      this.logger.warn({ msg: 'A wrong set-up token was refused' });
      throw problem('set-up/token-wrong');
    }
    begun.right();
  }

  /** Whether it is the token of this start; compared in constant time. */
  private fits(token: string): boolean {
    if (this.digest === undefined) return false;
    return timingSafeEqual(Buffer.from(this.digest), Buffer.from(tokenId(token.trim())));
  }

  /** Nobody sets anything up with the token any more. */
  close(): void {
    this.digest = undefined;
  }
}
