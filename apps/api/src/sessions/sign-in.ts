import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type FindOptionsWhere } from 'typeorm';
import { PersonRow } from '../people/person.row';
import { atOrBefore, oneMoreThan } from '../db/columns';
import type { Reading, Tx } from '../db/context';
import { Sessions } from './sessions';

/** Wrong passwords before an account is locked, and for how long (5 tries, 15 minutes). */
const TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** Decides who may sign in: counts wrong passwords, locks accounts, opens sessions. */
@Injectable()
export class SignIn {
  constructor(@Inject(Sessions) private readonly sessions: Sessions) {}

  /** The account of an e-mail, or null. */
  account({ manager }: Reading, email: string): Promise<PersonRow | null> {
    return manager.findOneBy(PersonRow, { email: email.toLowerCase() });
  }

  /**
   * Opens a session for a person who has proved who they are, unless the account is locked or disabled by now: it is
   * decided here, where no other try can come between the look and the act.
   * @param before the session that this browser had, which ends with it.
   * @returns the token of the new session; null for a refusal, which is recorded.
   */
  async open(tx: Tx, personId: string, before?: string): Promise<string | null> {
    const person = await tx.manager.findOneBy(PersonRow, { id: personId });
    const entered = await tx.update(PersonRow, unlocked(tx, personId), {
      failedSignIns: 0,
      lockedUntil: null,
    });
    if (entered !== 1) {
      this.refuse(tx, person);
      return null;
    }
    if (person && person.failedSignIns > 0) recordReset(tx, person);
    return this.sessions.open(tx, personId, before);
  }

  /** Counted in the database, so that parallel tries are all counted; a locked account counts no further. */
  async countFailure(tx: Tx, id: string): Promise<void> {
    const counted = await tx.update(PersonRow, unlocked(tx, id), {
      failedSignIns: oneMoreThan('failedSignIns'),
    });
    const person = await tx.manager.findOneBy(PersonRow, { id });
    if (!person || counted !== 1) {
      this.refuse(tx, person);
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
    const until = tx.now + LOCK_MS;
    await tx.update(PersonRow, { id }, { failedSignIns: 0, lockedUntil: until });
    tx.record({
      log: 'installation',
      action: 'person.locked',
      object,
      data: { old, new: { failedSignIns: 0, lockedUntil: instantText(until) } },
    });
  }

  /** A try that changes nothing. What was typed as e-mail is not kept: it may be a password in the wrong field. */
  private refuse(tx: Tx, person: PersonRow | null): void {
    const reason = !person ? 'unknown' : person.disabledAt !== null ? 'disabled' : 'locked';
    tx.record({
      log: 'installation',
      action: 'sign-in.refused',
      object: `person:${person?.id ?? 'unknown'}`,
      data: { reason },
    });
  }
}

/** The account if it may be signed in to now: neither locked nor disabled. */
function unlocked({ now }: Tx, id: string): FindOptionsWhere<PersonRow>[] {
  const open = { id, disabledAt: IsNull() };
  return [
    { ...open, lockedUntil: IsNull() },
    { ...open, lockedUntil: atOrBefore(now) },
  ];
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
