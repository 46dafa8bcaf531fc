import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { IsNull, LessThan } from 'typeorm';
import type { Reading, Tx } from '../db/context';
import { CredentialRow } from '../people/person.row';
import { RecoveryCodeRow } from './recovery-code.row';
import { Seals } from './seals';
import { tokenId } from './session-token';

/** Seconds of one code (RFC 6238), and how many before and after it are taken where a clock is off. */
const STEP_S = 30;
/** How many recovery codes there are. */
const CODES = 10;
/** Characters of a recovery code: 25 of 32 are 125 bits. */
const CODE_LENGTH = 25;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** What a code came to: there is no factor, one is needed, it was right, or wrong. */
export type FactorAnswer = 'none' | 'needed' | 'right' | 'wrong';

/** The second factor of people: codes of an authenticator app, each once, and recovery codes, each once. */
@Injectable()
export class SecondFactor {
  constructor(@Inject(Seals) private readonly seals: Seals) {}

  /** The factor of a person, confirmed or not; null without one. */
  of({ manager }: Reading, personId: string): Promise<CredentialRow | null> {
    return manager.findOneBy(CredentialRow, keyOf(personId));
  }

  /** How many recovery codes are left. */
  codesLeft({ manager }: Reading, personId: string): Promise<number> {
    return manager.countBy(RecoveryCodeRow, { personId, usedAt: IsNull() });
  }

  /** Begins one: what the app has to know. It counts only once a code of it was typed. */
  async begin(tx: Tx, personId: string, email: string): Promise<{ secret: string; uri: string }> {
    const secret = generateSecret();
    const sealed = this.seals.seal(secret, rowOf(personId));
    const values = {
      secret: sealed,
      failures: 0,
      untold: null,
      chosenAt: null,
      signsFrom: null,
      restSince: null,
      usedStep: null,
    };
    const changed = await tx.update(CredentialRow, { ...keyOf(personId), chosenAt: IsNull() }, values);
    if (changed === 0) await tx.insert(CredentialRow, { ...keyOf(personId), ...values, createdAt: tx.now });
    tx.record('second-factor.begun', { id: personId }, {});
    return { secret, uri: generateURI({ issuer: 'Countersign', label: email, secret }) };
  }

  /** Whether a code proves the person, who may have no factor. Used up by it, under the lock of its row. */
  async check(tx: Tx, personId: string, code: string | undefined): Promise<FactorAnswer> {
    const factor = await this.of(tx, personId);
    if (!factor || factor.chosenAt === null) return 'none';
    if (code === undefined) return 'needed';
    const isRight =
      (await this.takeCode(tx, factor, code)) || (await this.takeRecoveryCode(tx, personId, code));
    return isRight ? 'right' : 'wrong';
  }

  /** Confirms the one that was begun by its first code, and makes the recovery codes. @returns null for a wrong code */
  async confirm(tx: Tx, personId: string, code: string): Promise<readonly string[] | null> {
    const factor = await this.of(tx, personId);
    if (!factor || factor.chosenAt !== null || !(await this.takeCode(tx, factor, code))) return null;
    await tx.update(CredentialRow, keyOf(personId), { chosenAt: tx.now });
    const codes = await this.newCodes(tx, personId);
    tx.record('second-factor.set', { id: personId }, {});
    return codes;
  }

  /** Takes the factor away, with its codes. @returns whether there was one */
  async remove(tx: Tx, personId: string): Promise<boolean> {
    const gone = await tx.remove(CredentialRow, keyOf(personId));
    await this.dropCodes(tx, personId);
    if (gone > 0) tx.record('second-factor.removed', { id: personId }, {});
    return gone > 0;
  }

  /** A code of the app: of the running half minute or the one before or after, and never one that was used. */
  private async takeCode(tx: Tx, { personId, secret }: CredentialRow, code: string): Promise<boolean> {
    if (!/^\d{6}$/.test(code)) return false;
    const result = verifySync({
      ...{ secret: this.seals.open(secret, rowOf(personId)), token: code },
      ...{ epoch: Math.floor(tx.now / 1000), epochTolerance: STEP_S },
    });
    if (!result.valid || !('timeStep' in result)) return false;
    const usedStep = result.timeStep;
    const unused = [IsNull(), LessThan(usedStep)].map((before) => ({ ...keyOf(personId), usedStep: before }));
    return (await tx.update(CredentialRow, unused, { usedStep })) === 1;
  }

  private async takeRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
    const typed = code.toLowerCase().replaceAll(/[\s-]/g, '');
    if (typed.length !== CODE_LENGTH) return false;
    const found = await tx.manager.findOneBy(RecoveryCodeRow, { personId, codeHash: tokenId(typed) });
    if (!found) return false;
    const used = await tx.update(RecoveryCodeRow, { id: found.id, usedAt: IsNull() }, { usedAt: tx.now });
    if (used === 1) tx.record('recovery-code.used', { id: personId, by: personId }, {});
    return used === 1;
  }

  private async newCodes(tx: Tx, personId: string): Promise<readonly string[]> {
    await this.dropCodes(tx, personId);
    const codes = Array.from({ length: CODES }, newCode);
    const rows = codes.map((code) => ({
      ...{ id: tx.newId(), personId, codeHash: tokenId(code) },
      ...{ createdAt: tx.now, usedAt: null },
    }));
    await tx.insert(RecoveryCodeRow, rows);
    return codes.map((code) => code.match(/.{5}/g)?.join('-') ?? code);
  }

  private async dropCodes(tx: Tx, personId: string): Promise<void> {
    for (const { id } of await tx.manager.findBy(RecoveryCodeRow, { personId }))
      await tx.remove(RecoveryCodeRow, { id });
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function keyOf(personId: string): { personId: string; kind: 'totp' } {
  return { personId, kind: 'totp' };
}

/** Names the row in which a factor's secret stands. */
function rowOf(personId: string): string {
  return `credential/${personId}/totp`;
}
