import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { NewLinkView } from '@countersign/contracts/account/views';
import type { Reading, Tx } from '../db/context';
import { KeptAccounts } from '../members/accounts';
import { CredentialRow, newPassword, PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { beginRest } from '../sessions/rests';
import { Sessions } from '../sessions/sessions';
import { tokenId } from '../sessions/session-token';
import { AccessLinkRow } from './access-link.row';

/** How long a link can be used. */
const LINK_MS = 72 * 3_600_000;

/** A person of a program. */
interface MemberKey {
  readonly programId: string;
  readonly personId: string;
}

/** What is chosen with a link. */
export interface Chosen {
  readonly passwordHash: string;
  /** Of an invitation: the name as its person writes it. */
  readonly name?: string | undefined;
}

/** Links with which people choose a password: each once, one at a time for a person. */
@Injectable()
export class AccessLinks {
  constructor(
    @Inject(KeptAccounts) private readonly accounts: KeptAccounts,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Makes one, whose secret is told this once; the one before it ends. */
  async make(tx: Tx, { programId, personId }: MemberKey): Promise<NewLinkView> {
    await this.loadOpen(tx, { programId, personId });
    return this.put(tx, personId, tx.actor.personId);
  }

  /** Asks for one that is mailed: it is made when the mail is written, so that no request and no event holds its secret. */
  async askByMail(tx: Tx, { programId, personId }: MemberKey): Promise<void> {
    await this.loadOpen(tx, { programId, personId });
    tx.record('access-link.asked', { id: personId }, { programId });
  }

  /**
   * Makes the one that a person asked for, or somebody who keeps the account.
   * @returns null for an account that is closed or gone by now
   */
  async makeAsked(tx: Tx, personId: string, askedById: string): Promise<NewLinkView | null> {
    await tx.hold(PersonRow, { id: personId });
    const person = await tx.manager.findOneBy(PersonRow, { id: personId });
    return person === null || person.disabledAt !== null ? null : this.put(tx, personId, askedById);
  }

  private async put(tx: Tx, personId: string, madeById: string): Promise<NewLinkView> {
    await this.end(tx, personId);
    const hasPassword = await tx.manager.existsBy(CredentialRow, { personId, kind: 'password' });
    const purpose = hasPassword ? 'reset' : 'invitation';
    const secret = randomBytes(32).toString('base64url');
    const [id, expiresAt] = [tx.newId(), tx.now + LINK_MS];
    await tx.insert(AccessLinkRow, {
      ...{ id, personId, purpose, secretHash: tokenId(secret), expiresAt },
      ...{ madeById, madeAt: tx.now, usedAt: null, revokedAt: null, slot: 'open' },
    });
    tx.record('access-link.made', { id }, {});
    return { personId, purpose, secret, expiresAt };
  }

  private async loadOpen(tx: Tx, { programId, personId }: MemberKey): Promise<void> {
    const person = await this.load(tx, programId, personId);
    if (person.disabledAt !== null) throw problem('link/account-closed');
  }

  /** Takes the open one back; without one nothing happens. */
  async revoke(tx: Tx, { programId, personId }: MemberKey): Promise<void> {
    await this.load(tx, programId, personId);
    await this.end(tx, personId);
  }

  /**
   * The link of a secret, with its person, while it can be used.
   * @throws ProblemException `link/unknown`, `link/used`, `link/over`
   */
  async find({ manager, now }: Reading, secret: string): Promise<{ link: AccessLinkRow; person: PersonRow }> {
    const link = await manager.findOneBy(AccessLinkRow, { secretHash: tokenId(secret) });
    const person = link && (await manager.findOneBy(PersonRow, { id: link.personId }));
    if (!link || !person || person.disabledAt !== null) throw problem('link/unknown');
    if (link.usedAt !== null) throw problem('link/used');
    if (link.revokedAt !== null || link.expiresAt <= now) throw problem('link/over');
    return { link, person };
  }

  /** Uses a link up: of several at once one wins. Every session of its person ends, and no second factor is taken away. */
  async use(tx: Tx, secret: string, { passwordHash, name }: Chosen): Promise<void> {
    const { link, person } = await this.find(tx, secret);
    const { id, purpose, madeById } = link;
    const { id: personId } = person;
    const where = { id, usedAt: IsNull(), revokedAt: IsNull() };
    if ((await tx.update(AccessLinkRow, where, { usedAt: tx.now, slot: null })) === 0)
      throw problem('link/used');
    const key = { personId, kind: 'password' as const };
    const fresh = newPassword({ personId, secret: passwordHash, chosenAt: tx.now }, tx.now);
    // Who asked for it at the own mailbox let nobody else in; a rest that runs already goes on, for the mailbox may be new.
    const byOther = purpose === 'reset' && madeById !== personId;
    const { secret: hash, chosenAt, failures, untold } = fresh;
    const changed = await tx.update(CredentialRow, key, { secret: hash, chosenAt, failures, untold });
    if (changed === 0) await tx.insert(CredentialRow, fresh);
    if (purpose === 'invitation' && name !== undefined && name !== person.name)
      await tx.update(PersonRow, { id: personId }, { name });
    tx.record('access-link.used', { id, by: personId }, {});
    if (byOther) await beginRest(tx, personId);
    await this.sessions.closeAll(tx, personId, 'password-changed', personId);
  }

  /** Somebody else whose account the actor keeps, under the lock of the person. */
  private async load(tx: Tx, programId: string, personId: string): Promise<PersonRow> {
    await tx.hold(PersonRow, { id: personId });
    const person = await this.accounts.load(tx, programId, personId);
    if (personId === tx.actor.personId) throw problem('people/own-role');
    return person;
  }

  private async end(tx: Tx, personId: string): Promise<void> {
    const open = await tx.manager.findOneBy(AccessLinkRow, { personId, slot: 'open' });
    if (!open) return;
    const { id } = open;
    await tx.update(AccessLinkRow, { id }, { revokedAt: tx.now, slot: null });
    tx.record('access-link.revoked', { id }, {});
  }
}
