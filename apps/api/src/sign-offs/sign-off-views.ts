import { Inject, Injectable } from '@nestjs/common';
import { can, reaches, type Actor } from '@countersign/domain/access';
import {
  isHeld,
  isPending,
  nextSignerRole,
  signersNeeded,
  standingOn,
  turnOf,
} from '@countersign/domain/competency';
import type {
  SignatureView,
  SignOffAct,
  SignOffEndView,
  SignOffView,
  WaiverView,
} from '@countersign/contracts/sign-offs/views';
import type { Reading } from '../db/context';
import { readTexts, type Texts } from '../db/texts';
import { namesIn, type Names } from '../programs/names';
import type { SignatureRow } from '../signatures/signature.row';
import { Signatures } from '../signatures/signatures';
import { SignOffGrounds, type SignOffToday } from './sign-off-grounds';
import type { SignOffRow } from './sign-off.row';
import { lifeOf, signerOf, type KnownSignOff } from './sign-off-store';

/** What the views of one reply share. */
interface Around {
  readonly actor: Actor;
  readonly names: Names;
  readonly texts: Texts;
  readonly today: ReadonlyMap<string, SignOffToday>;
}

/** Builds the views of sign-offs, for many at once. */
@Injectable()
export class SignOffViews {
  constructor(
    @Inject(Signatures) private readonly signatures: Signatures,
    @Inject(SignOffGrounds) private readonly grounds: SignOffGrounds,
  ) {}

  /** The views of sign-offs of one program that the reader may see, in the given order. */
  async of(view: Reading, programId: string, rows: readonly SignOffRow[]): Promise<SignOffView[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const signed = await this.signatures.of(view, { programId, subject: 'sign-off' }, ids);
    const around: Around = {
      actor: view.actor,
      names: await namesIn(view, programId),
      texts: await readTexts(
        view,
        programId,
        rows.flatMap((row) => [row.waiverTextId, row.endTextId]),
      ),
      today: await this.grounds.today(view, programId, rows.filter(isHeld)),
    };
    return rows.map((row) => signOffView({ row, signatures: signed.get(row.id) ?? [] }, around));
  }
}

function signOffView(known: KnownSignOff, around: Around): SignOffView {
  const { row, signatures } = known;
  const { names } = around;
  const { lapse = null, standsAs = [] } = around.today.get(row.id) ?? {};
  const acts = actsOf(known, around.actor, standsAs.length);
  const { signatures: given, ...life } = lifeOf(known);
  const turn = isPending(row) ? nextSignerRole(life, given) : null;
  return {
    ...{ id: row.id, fellow: names.person(row.fellowId), competencyId: row.competencyId },
    ...{ title: row.title, setId: row.setId, setVersion: row.setVersion },
    ...{ demonstration: row.demonstration, highRisk: row.highRisk, supervision: row.supervision },
    state: standingOn(row.state, lapse),
    standsAs: standsAs.map(({ id, title }) => ({ competencyId: id, title })),
    ...{ askedBy: names.person(row.askedById), askedAt: row.askedAt },
    ...withWaiver(row, around),
    order: [...signersNeeded(row)],
    signatures: signatures.map(signatureView),
    ...(turn === null ? {} : { turn }),
    ...(row.signedAt === null ? {} : { signedAt: row.signedAt }),
    ...withEnd(row, around),
    ...(row.flaggedAt === null ? {} : { flaggedAt: row.flaggedAt }),
    changed: row.changed.map((change) => ({ ...change })),
    ...(row.renewsId === null ? {} : { renewsId: row.renewsId }),
    ...(lapse === null || lapse.lastPracticeOn === null ? {} : { lastPracticeOn: lapse.lastPracticeOn }),
    ...(lapse === null || lapse.currentThroughOn === null
      ? {}
      : { currentThroughOn: lapse.currentThroughOn }),
    acts,
    waitsForMe: acts.includes('sign') || acts.includes('keep'),
  };
}

/** What a reader may do with a sign-off now; what stands for several competencies of today is asked for one by one. */
function actsOf(known: KnownSignOff, actor: Actor, competencies: number): SignOffAct[] {
  const { row } = known;
  const life = lifeOf(known);
  const acts: SignOffAct[] = [];
  const maySign = can.signOff(actor, row).ok;
  const mayAsk = can.askSignOff(actor, row).ok;
  const signer = signerOf(actor, row.programId);
  if (maySign && isPending(row)) {
    const turn = turnOf(life, signer);
    if (turn.ok) acts.push('sign');
    if (turn.ok || turn.code === 'sign-off/signed-before') acts.push('decline');
  }
  if (mayAsk && isPending(row) && row.askedById === actor.personId) acts.push('withdraw');
  const decides = isHeld(row) && can.decideOnSignOff(actor, row).ok;
  if (decides && row.flaggedAt !== null) acts.push('keep');
  if (mayAsk && row.state === 'signed' && competencies === 1) acts.push('renew');
  if (decides) acts.push(row.state === 'suspended' ? 'reinstate' : 'suspend', 'revoke');
  return acts;
}

/** Whether the reader may read why something was waived, declined or ended: everybody concerned, not a coordinator. */
export function readsReasons({ personId, roles }: Actor, { programId, fellowId }: SignOffRow): boolean {
  if (fellowId === personId) return true;
  const held = roles.filter((one) => one.programId === programId && one.ended === undefined);
  return (
    held.some(({ role }) => role === 'supervisor') ||
    reaches('sign-off.decide', { personId, roles }, { programId, ofId: fellowId })
  );
}

function withWaiver(row: SignOffRow, { actor, names, texts }: Around): { waiver?: WaiverView } {
  const { waiverTextId, waiverById, waiverAt, unmet } = row;
  if (waiverTextId === null || waiverById === null || waiverAt === null) return {};
  const text = readsReasons(actor, row) ? texts.words(waiverTextId) : undefined;
  return {
    waiver: {
      ...{ by: names.person(waiverById), at: waiverAt, unmet: [...unmet], textId: waiverTextId },
      ...(text === undefined ? {} : { text }),
    },
  };
}

function withEnd(row: SignOffRow, { actor, names, texts }: Around): { end?: SignOffEndView } {
  if (row.endById === null || row.endedAt === null) return {};
  const text = readsReasons(actor, row) ? texts.words(row.endTextId) : undefined;
  return {
    end: {
      ...{ by: names.person(row.endById), at: row.endedAt },
      ...(row.endReason === null ? {} : { reasonCode: row.endReason }),
      ...(text === undefined ? {} : { text }),
    },
  };
}

function signatureView(row: SignatureRow): SignatureView {
  const { id, position, capacity, personId, printedName, meaning, at, timeZone } = row;
  const { method, statementVersion, documentDigest, digest } = row;
  return {
    ...{ id, position, capacity, personId, printedName, meaning, at, timeZone },
    ...{ method, statementVersion, documentDigest, digest },
  };
}
