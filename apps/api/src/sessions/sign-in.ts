import { Inject, Injectable } from '@nestjs/common';
import { CredentialRow, PersonRow } from '../people/person.row';
import { instantOf } from '../db/columns';
import type { Reading, Tx } from '../db/context';
import { Sessions } from './sessions';

/** Wrong passwords before a credential is locked, and for how long (5 tries, 15 minutes). */
const TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** In the place of a person where none was found, so that what follows is the same work. */
const NOBODY = '';

/** Whose e-mail was typed, and the hash that the password must fit. */
export interface PasswordAccount {
  readonly personId: string;
  readonly secret: string;
}

/** At which door a password was tried. */
type Door = 'sign-in' | 'signature';

/** What a try came to: how many are left before the lock, or what stood in the way anyway. */
export type Tried = { readonly left: number } | { readonly obstacle: Obstacle };

/** Why nobody may sign in with a credential now. */
type Obstacle = 'unknown' | 'disabled' | 'locked';

/** A credential under its row lock, with what stands in the way of it. */
interface Held {
  readonly failures: number;
  readonly lockedUntil: number | null;
  /** The hash that a password must fit; empty where there is none. */
  readonly secret: string;
  readonly obstacle: Obstacle | null;
}

/** Decides who may sign in: counts wrong passwords, locks credentials, opens sessions. */
@Injectable()
export class SignIn {
  constructor(@Inject(Sessions) private readonly sessions: Sessions) {}

  /** The account of an e-mail that has a password, or null. One statement. */
  async account({ manager }: Reading, email: string): Promise<PasswordAccount | null> {
    const account = await manager
      .createQueryBuilder(CredentialRow, 'credential')
      .innerJoin(PersonRow, 'person', 'person.id = credential.personId')
      .where("person.email = :email AND credential.kind = 'password'", { email: email.toLowerCase() })
      .select(['credential.personId AS personId', 'credential.secret AS secret'])
      .getRawOne<PasswordAccount>();
    return account ?? null;
  }

  /** The hash that a person's password must fit; null for somebody without a password. One statement. */
  async secretOf({ manager }: Reading, personId: string): Promise<string | null> {
    const found = await manager.findOne(CredentialRow, {
      where: passwordOf(personId),
      select: { personId: true, kind: true, secret: true },
    });
    return found?.secret ?? null;
  }

  /**
   * Opens a session for a person who has proved who they are, unless the credential is locked or the person disabled by
   * now: it is decided here, where no other try can come between the look and the act.
   * @param before the session that this browser had, which ends with it.
   * @returns the token of the new session; null for a refusal, which is recorded.
   */
  async open(tx: Tx, personId: string, before?: string): Promise<string | null> {
    const held = await this.hold(tx, personId);
    await this.set(tx, personId, held, { failures: 0, lockedUntil: null });
    if (held.obstacle !== null) return this.refuse(tx, personId, held.obstacle);
    // The right password sets the count back; that is the person's own doing.
    if (held.failures > 0) tx.record('sign-in.count-reset', { id: personId, by: personId }, {});
    return this.sessions.open(tx, personId, before);
  }

  /**
   * Counts a wrong password under the credential's lock, so that parallel tries are all counted; a locked one counts no
   * further. Whoever the e-mail belongs to, it is the same work.
   */
  async countFailure(tx: Tx, personId: string = NOBODY, door: Door = 'sign-in'): Promise<Tried> {
    const held = await this.hold(tx, personId);
    const failures = held.failures + 1;
    const isLast = failures >= TRIES;
    const lockedUntil = isLast ? tx.now + LOCK_MS : held.lockedUntil;
    await this.set(tx, personId, held, { failures: isLast ? 0 : failures, lockedUntil });
    if (held.obstacle !== null) {
      this.refuse(tx, personId, held.obstacle, door);
      return { obstacle: held.obstacle };
    }
    tx.record(isLast ? 'person.locked' : `${door}.failed`, { id: personId }, {});
    return { left: isLast ? 0 : TRIES - failures };
  }

  /**
   * Whether a password that fitted `secret` still proves its person: under the lock of the credential, so that no wrong
   * try, lock or change of the password comes between this and the commit. Sets the count of wrong tries back.
   * @returns what stands in the way; null where nothing does
   */
  async stillFits(tx: Tx, personId: string, secret: string): Promise<Obstacle | null> {
    const held = await this.hold(tx, personId);
    if (held.obstacle !== null) return held.obstacle;
    if (held.secret !== secret) return 'unknown';
    if (held.failures > 0) {
      await this.set(tx, personId, held, { failures: 0, lockedUntil: null });
      tx.record('sign-in.count-reset', { id: personId, by: personId }, {});
    }
    return null;
  }

  /** Takes the lock of a person's password and looks at it. */
  private async hold(tx: Tx, personId: string): Promise<Held> {
    await tx.hold(CredentialRow, passwordOf(personId));
    const found = await tx.manager
      .createQueryBuilder(CredentialRow, 'credential')
      .innerJoin(PersonRow, 'person', 'person.id = credential.personId')
      .where('credential.personId = :personId AND credential.kind = :kind', passwordOf(personId))
      .select(['credential.failures AS failures', 'credential.lockedUntil AS lockedUntil'])
      .addSelect(['credential.secret AS secret', 'person.disabledAt AS disabledAt'])
      .getRawOne<
        Record<'lockedUntil' | 'disabledAt', Date | string | null> & { failures: number; secret: string }
      >();
    if (!found) return { failures: 0, lockedUntil: null, secret: '', obstacle: 'unknown' };
    const lockedUntil = instantOf(found.lockedUntil);
    const isLocked = lockedUntil !== null && lockedUntil > tx.now;
    const obstacle = found.disabledAt !== null ? 'disabled' : isLocked ? 'locked' : null;
    return { failures: found.failures, lockedUntil, secret: found.secret, obstacle };
  }

  /** Changes the credential unless something stands in the way; then the statement meets no row. */
  private async set(
    tx: Tx,
    personId: string,
    { obstacle }: Held,
    to: Pick<CredentialRow, 'failures' | 'lockedUntil'>,
  ): Promise<void> {
    await tx.update(CredentialRow, passwordOf(obstacle === null ? personId : NOBODY), to);
  }

  /** A try that changes nothing. What was typed as e-mail is not kept: it may be a password in the wrong field. */
  private refuse(tx: Tx, personId: string, reason: Obstacle, door: Door = 'sign-in'): null {
    tx.record(`${door}.refused`, { id: personId === NOBODY ? 'unknown' : personId }, { reason });
    return null;
  }
}

function passwordOf(personId: string): { personId: string; kind: 'password' } {
  return { personId, kind: 'password' };
}
