import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import type { SignOff, Signer, SignerRole } from '@countersign/domain/competency';
import type { Reading, Tx } from '../db/context';
import { civilDateAt } from '../platform/clock';
import { problem } from '../platform/problem';
import { Programs } from '../programs/programs';
import type { SignatureRow } from '../signatures/signature.row';
import { Signatures } from '../signatures/signatures';
import { SignOffRow } from './sign-off.row';

/** A sign-off with its signatures. */
export interface KnownSignOff {
  readonly row: SignOffRow;
  readonly signatures: readonly SignatureRow[];
}

/** Which sign-off. */
export interface SignOffKey {
  readonly programId: string;
  readonly signOffId: string;
}

/** Columns that a change sets. */
export type SignOffChange = Partial<Omit<SignOffRow, 'programId' | 'id' | 'revision'>>;

/** Reads and changes sign-offs inside an open transaction; knows no permission. */
@Injectable()
export class SignOffStore {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Signatures) private readonly signatures: Signatures,
  ) {}

  /** One sign-off. @throws ProblemException `access/not-found` */
  async load(view: Reading, { programId, signOffId }: SignOffKey): Promise<KnownSignOff> {
    const row = await view.manager.findOneBy(SignOffRow, { programId, id: signOffId });
    if (!row) throw problem('access/not-found');
    const signed = await this.signatures.of(view, { programId, subject: 'sign-off' }, [signOffId]);
    return { row, signatures: signed.get(signOffId) ?? [] };
  }

  /** Takes the lock of a sign-off and loads it, so that of several acts at once each sees what came before it. */
  async hold(tx: Tx, key: SignOffKey): Promise<KnownSignOff> {
    await tx.hold(SignOffRow, { programId: key.programId, id: key.signOffId });
    return this.load(tx, key);
  }

  /** Changes a sign-off that was held; the caller records the event. @returns it as it is now */
  async change(tx: Tx, row: SignOffRow, set: SignOffChange): Promise<SignOffRow> {
    const { programId, id, revision } = row;
    await tx.change(SignOffRow, { programId, id, revision }, set);
    return { ...row, ...set, revision: revision + 1 };
  }

  /** The civil date at the program now. */
  async today(view: Reading, programId: string): Promise<string> {
    const { timeZone } = await this.programs.load(view, programId);
    return civilDateAt(view.now, timeZone);
  }
}

/** A stored sign-off as the rules read it: words are their ids. */
export function lifeOf({ row, signatures }: KnownSignOff): SignOff {
  const { fellowId, competencyId, highRisk, state, askedById, askedAt, unmet, flaggedAt } = row;
  const { waiverTextId, waiverById, waiverAt, endById, endedAt, endReason, endTextId } = row;
  const isWaived = waiverTextId !== null && waiverById !== null && waiverAt !== null;
  const isEnded = endById !== null && endedAt !== null;
  return {
    ...{ fellowId, competencyId, highRisk, state, askedById, askedAt, unmet, flaggedAt },
    requirements: { requirementSetId: row.setId, version: row.setVersion },
    waiver: isWaived ? { text: waiverTextId, byId: waiverById, at: waiverAt } : null,
    signatures: signatures.map(({ personId, capacity, at }) => ({ byId: personId, as: capacity, at })),
    end: isEnded ? { reasonCode: endReason, text: endTextId, byId: endById, at: endedAt } : null,
  };
}

/** The actor as one who signs in a program: with the capacities held there today. */
export function signerOf({ personId, roles }: Actor, programId: string): Signer {
  const held = roles.filter((one) => one.programId === programId && one.ended === undefined);
  return {
    id: personId,
    roles: held.map(({ role }) => role).filter((role): role is SignerRole => isSigner(role)),
  };
}

function isSigner(role: string): boolean {
  return role === 'supervisor' || role === 'director';
}
