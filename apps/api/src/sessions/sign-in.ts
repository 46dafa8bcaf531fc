import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type FindOptionsWhere } from 'typeorm';
import { PersonRow } from '../people/person.row';
import { atOrBefore, oneMoreThan } from '../db/columns';
import { Db, type Tx } from '../db/db';
import { Clock } from '../platform/clock';
import { problem } from '../platform/problem';
import { Passwords } from './password';
import { Sessions } from './sessions';

/** Wrong passwords before an account is locked, and for how long (5 tries, 15 minutes). */
const TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** Who tries to sign in is known to nobody; the person whose account it is has done nothing. */
const ANONYMOUS = 'anonymous';

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
   * The person whose e-mail and password these are. Every refusal is the same answer after the same work: one read,
   * one hash, one transaction with one event. Whether the account is locked is decided by {@link open}, where no
   * other try can come between the look and the act.
   */
  async check(email: string, password: string): Promise<string> {
    const person = await this.db.read((manager) =>
      manager.findOneBy(PersonRow, { email: email.toLowerCase() }),
    );
    const fits = await this.passwords.fits(person?.passwordHash ?? null, password);
    if (person && fits) return person.id;
    await this.db.write(ANONYMOUS, (tx) => this.countFailure(tx, person?.id ?? ''));
    throw problem('session/wrong-credentials');
  }

  /**
   * Opens a session for a person who has proved who they are, unless the account is locked or disabled by now.
   * @param before the session that this browser had, which ends with it.
   * @returns the token of the new session.
   */
  async open(personId: string, before?: string): Promise<string> {
    const token = await this.db.write(ANONYMOUS, async (tx) => {
      const person = await tx.manager.findOneBy(PersonRow, { id: personId });
      const entered = await tx.manager.update(PersonRow, this.unlocked(personId), {
        failedSignIns: 0,
        lockedUntil: null,
      });
      if (entered.affected !== 1) return this.recordRefusal(tx, person);
      if (person && person.failedSignIns > 0) recordReset(tx, person);
      return this.sessions.open(tx, personId, before);
    });
    if (token === null) throw problem('session/wrong-credentials');
    return token;
  }

  /** The account if it may be signed in to now: neither locked nor disabled. */
  private unlocked(id: string): FindOptionsWhere<PersonRow>[] {
    const open = { id, disabledAt: IsNull() };
    return [
      { ...open, lockedUntil: IsNull() },
      { ...open, lockedUntil: atOrBefore(this.clock.now()) },
    ];
  }

  /** Counted in the database, so that parallel tries are all counted; a locked account counts no further. */
  private async countFailure(tx: Tx, id: string): Promise<void> {
    const counted = await tx.manager.update(PersonRow, this.unlocked(id), {
      failedSignIns: oneMoreThan('failedSignIns'),
    });
    const person = await tx.manager.findOneBy(PersonRow, { id });
    if (!person || counted.affected !== 1) {
      this.recordRefusal(tx, person);
      return;
    }
    const { failedSignIns, lockedUntil } = person;
    const object = `person:${id}`;
    const old = { failedSignIns: failedSignIns - 1, lockedUntil: instantText(lockedUntil) };
    if (failedSignIns < TRIES) {
      tx.record({
        log: 'installation',
        action: 'sign-in.failed',
        object,
        data: { old, new: { ...old, failedSignIns } },
      });
      return;
    }
    const until = this.clock.now() + LOCK_MS;
    await tx.manager.update(PersonRow, { id }, { failedSignIns: 0, lockedUntil: until });
    tx.record({
      log: 'installation',
      action: 'person.locked',
      object,
      data: { old, new: { failedSignIns: 0, lockedUntil: instantText(until) } },
    });
  }

  /** A try that changes nothing. What was typed as e-mail is not kept: it may be a password in the wrong field. */
  private recordRefusal(tx: Tx, person: PersonRow | null): null {
    const reason = !person ? 'unknown' : person.disabledAt !== null ? 'disabled' : 'locked';
    tx.record({
      log: 'installation',
      action: 'sign-in.refused',
      object: `person:${person?.id ?? 'unknown'}`,
      data: { reason },
    });
    return null;
  }
}

/** The right password sets the count back; that is the person's own doing. */
function recordReset(tx: Tx, { id, failedSignIns, lockedUntil }: PersonRow): void {
  tx.record({
    log: 'installation',
    action: 'sign-in.count-reset',
    object: `person:${id}`,
    data: {
      old: { failedSignIns, lockedUntil: instantText(lockedUntil) },
      new: { failedSignIns: 0, lockedUntil: null },
    },
    by: id,
  });
}

function instantText(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
