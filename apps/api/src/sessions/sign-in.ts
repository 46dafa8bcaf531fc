import { Inject, Injectable } from '@nestjs/common';
import { CredentialRow, PersonRow } from '../people/person.row';
import { instantOf } from '../db/columns';
import type { Reading, Tx } from '../db/context';
import { Passkeys, type RightAnswer } from './passkeys';
import { endRest } from './rests';
import { SecondFactor } from './second-factor';
import { Sessions, type Opening } from './sessions';

/** In the place of a person where none was found, so that what follows is the same work. */
const NOBODY = '';

/** Whose e-mail was typed, the hash that the password must fit, and how many wrong ones there were. */
export interface PasswordAccount {
  readonly personId: string;
  readonly secret: string;
  readonly failures: number;
}

/** Why a right password opens and signs nothing now. */
export type Obstacle =
  { readonly why: 'unknown' | 'disabled' } | { readonly why: 'after-reset'; readonly until: number };

/** The token of a new session, or why there is none. */
export type Opened =
  | { readonly token: string }
  | { readonly refused: 'session/wrong-credentials' | 'session/code-needed' | 'session/code-wrong' };

/** A credential under its row lock, with what stands in the way of it. */
interface Held {
  readonly failures: number;
  readonly untold: number;
  /** The hash that a password must fit; empty where there is none. */
  readonly secret: string;
  readonly signsFrom: number | null;
  readonly obstacle: 'unknown' | 'disabled' | null;
}

/** Decides who may sign in: counts wrong passwords, opens sessions. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(SecondFactor) private readonly factor: SecondFactor,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** The account of an e-mail that has a password, or null. One statement. */
  async account({ manager }: Reading, email: string): Promise<PasswordAccount | null> {
    const account = await manager
      .createQueryBuilder(CredentialRow, 'credential')
      .innerJoin(PersonRow, 'person', 'person.id = credential.personId')
      .where("person.email = :email AND credential.kind = 'password'", { email: email.toLowerCase() })
      .select(['credential.personId AS personId', 'credential.secret AS secret'])
      .addSelect('credential.failures', 'failures')
      .getRawOne<PasswordAccount>();
    return account ?? null;
  }

  /** A person's password; null for somebody without one. One statement. */
  passwordOf({ manager }: Reading, personId: string): Promise<CredentialRow | null> {
    return manager.findOneBy(CredentialRow, passwordKey(personId));
  }

  /**
   * Opens a session for a person whose password fitted, unless the account is closed by now or its second factor is not
   * proved: it is decided here, where nothing can come between the look and the act, so that a code is taken once. Tells
   * how many wrong tries there were since they were last told; a wrong code is one of them.
   */
  async open(
    tx: Tx,
    personId: string,
    { code, ...opening }: Opening & { code?: string | undefined } = {},
  ): Promise<Opened> {
    const held = await this.hold(tx, personId);
    if (held.obstacle !== null) return { refused: 'session/wrong-credentials' };
    const factor = await this.factor.check(tx, personId, code);
    if (factor === 'needed') return { refused: 'session/code-needed' };
    if (factor === 'wrong') {
      await this.count(tx, personId, held);
      return { refused: 'session/code-wrong' };
    }
    await this.forget(tx, personId, held);
    const since = factor === 'right' ? ((await this.factor.of(tx, personId))?.chosenAt ?? null) : null;
    if (since !== null) await endRest(tx, personId, since);
    return { token: await this.sessions.open(tx, personId, opening) };
  }

  /** Opens a session for somebody whose passkey answered; null where that answer was used before or the account is closed. */
  async openWithPasskey(tx: Tx, answer: RightAnswer, opening: Opening): Promise<string | null> {
    const { personId } = answer.passkey;
    const person = await tx.manager.findOneBy(PersonRow, { id: personId });
    const isOpen = person !== null && person.disabledAt === null;
    if (!isOpen || !(await this.passkeys.take(tx, answer))) return null;
    await endRest(tx, personId, answer.passkey.createdAt);
    return this.sessions.open(tx, personId, opening);
  }

  /**
   * Counts a wrong password under the credential's lock, so that parallel ones are all counted. No event tells each: the
   * next right one and every hour do. Whoever the e-mail belongs to, it is the same work.
   */
  async countFailure(tx: Tx, personId: string = NOBODY): Promise<void> {
    await this.count(tx, personId, await this.hold(tx, personId));
  }

  /**
   * Whether a password that fitted `secret` still proves its person: under the lock of the credential, so that no change
   * of it comes between this and the commit. Sets the count of wrong tries back.
   * @returns what stands in the way of signing; null where nothing does
   */
  async stillFits(tx: Tx, personId: string, secret: string): Promise<Obstacle | null> {
    const held = await this.hold(tx, personId);
    if (held.obstacle !== null) return { why: held.obstacle };
    if (held.secret !== secret) return { why: 'unknown' };
    await this.forget(tx, personId, held);
    return restOf(held, tx.now);
  }

  /** What stands in the way of signing with a passkey, under the lock of the credential; null where nothing does. */
  async inTheWay(tx: Tx, personId: string): Promise<Obstacle | null> {
    const held = await this.hold(tx, personId);
    return held.obstacle === null ? restOf(held, tx.now) : { why: held.obstacle };
  }

  /** Tells of some whose wrong tries nobody told of yet. */
  async tellTries(tx: Tx, most: number): Promise<void> {
    const found = await tx.manager
      .createQueryBuilder(CredentialRow, 'credential')
      .where('credential.untold > 0')
      .orderBy('credential.personId', 'ASC')
      .limit(most)
      .getMany();
    for (const { personId, kind, untold } of found) {
      await tx.update(CredentialRow, { personId, kind }, { untold: 0 });
      tx.record('sign-in.tried', { id: personId, by: 'anonymous' }, { tries: untold ?? 0 });
    }
  }

  private async count(tx: Tx, personId: string, { failures, untold }: Held): Promise<void> {
    await tx.update(CredentialRow, passwordKey(personId), { failures: failures + 1, untold: untold + 1 });
  }

  /** The right password sets the count back. */
  private async forget(tx: Tx, personId: string, { failures, untold }: Held): Promise<void> {
    if (failures === 0 && untold === 0) return;
    await tx.update(CredentialRow, passwordKey(personId), { failures: 0, untold: 0 });
    if (untold > 0) tx.record('sign-in.tried', { id: personId, by: 'anonymous' }, { tries: untold });
  }

  /** Takes the lock of a person's password and looks at it. */
  private async hold(tx: Tx, personId: string): Promise<Held> {
    await tx.hold(CredentialRow, passwordKey(personId));
    const found = await tx.manager
      .createQueryBuilder(CredentialRow, 'credential')
      .innerJoin(PersonRow, 'person', 'person.id = credential.personId')
      .where('credential.personId = :personId AND credential.kind = :kind', passwordKey(personId))
      .select(['credential.failures AS failures', 'credential.untold AS untold'])
      .addSelect(['credential.secret AS secret', 'credential.signsFrom AS signsFrom'])
      .addSelect('person.disabledAt', 'disabledAt')
      .getRawOne<
        Record<'signsFrom' | 'disabledAt', Date | string | null> & {
          failures: number;
          untold: number | null;
          secret: string;
        }
      >();
    if (!found) return { failures: 0, untold: 0, secret: '', signsFrom: null, obstacle: 'unknown' };
    const { failures, untold, secret, signsFrom, disabledAt } = found;
    const obstacle = disabledAt !== null ? 'disabled' : null;
    return { failures, untold: untold ?? 0, secret, signsFrom: instantOf(signsFrom), obstacle };
  }
}

function restOf({ signsFrom }: Held, now: number): Obstacle | null {
  return signsFrom !== null && signsFrom > now ? { why: 'after-reset', until: signsFrom } : null;
}

function passwordKey(personId: string): { personId: string; kind: 'password' } {
  return { personId, kind: 'password' };
}
