import { Inject, Injectable } from '@nestjs/common';
import { PersonRow } from '../people/person.row';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { problem } from '../platform/problem';
import { Passwords } from './password';
import { Sessions } from './sessions';

/** Wrong passwords before an account is locked, and for how long (5 tries, 15 minutes). */
const TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** Checks e-mail and password and opens a session. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The person whose e-mail and password these are.
   * Unknown e-mail, wrong password, locked and disabled accounts get the same answer after the same work.
   */
  async check(email: string, password: string): Promise<string> {
    const person = await this.db.read((manager) =>
      manager.findOneBy(PersonRow, { email: email.toLowerCase() }),
    );
    const fits = await this.passwords.fits(person?.passwordHash ?? null, password);
    if (!person || person.disabledAt !== null) throw problem('session/wrong-credentials');
    const now = this.clock.now();
    if (person.lockedUntil !== null && person.lockedUntil > now) throw problem('session/wrong-credentials');
    if (!fits) {
      await this.countFailure(person.id, now);
      throw problem('session/wrong-credentials');
    }
    return person.id;
  }

  /** Opens a session for a person who has proved who they are. */
  async open(personId: string): Promise<string> {
    return this.db.write(personId, async (tx) => {
      await tx.manager.update(PersonRow, { id: personId }, { failedSignIns: 0, lockedUntil: null });
      return this.sessions.open(tx, personId);
    });
  }

  private async countFailure(personId: string, now: number): Promise<void> {
    await this.db.write(personId, async (tx) => {
      // Counted in the database, so that parallel tries are all counted.
      await tx.manager.increment(PersonRow, { id: personId }, 'failedSignIns', 1);
      const { failedSignIns } = await tx.manager.findOneByOrFail(PersonRow, { id: personId });
      if (failedSignIns < TRIES) return;
      await tx.manager.update(PersonRow, { id: personId }, { failedSignIns: 0, lockedUntil: now + LOCK_MS });
      tx.record({
        log: 'installation',
        action: 'person.locked',
        object: `person:${personId}`,
        data: { until: new Date(now + LOCK_MS).toISOString() },
      });
    });
  }
}
