import { Inject, Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import {
  isHeld,
  isPending,
  signOffTransition,
  type SignOffEnd,
  type SignOffEvent,
} from '@countersign/domain/competency';
import type { EventName } from '@countersign/domain/ledger';
import type { DeclineBody, ReasonBody } from '@countersign/contracts/sign-offs/bodies';
import type { Tx } from '../db/context';
import { keepTexts } from '../db/texts';
import { must, problem } from '../platform/problem';
import {
  lifeOf,
  signerOf,
  SignOffStore,
  type KnownSignOff,
  type SignOffChange,
  type SignOffKey,
} from './sign-off-store';

/** What the director decides on what is signed. */
export type DirectorsAct = 'keep' | 'suspend' | 'reinstate' | 'revoke';

const told = {
  decline: 'sign-off.declined',
  withdraw: 'sign-off.withdrawn',
  keep: 'sign-off.kept',
  suspend: 'sign-off.suspended',
  reinstate: 'sign-off.reinstated',
  revoke: 'sign-off.revoked',
} as const satisfies Record<string, EventName>;

/** Ends requests without their last signature, and decides on what is signed. */
@Injectable()
export class EndSignOff {
  constructor(@Inject(SignOffStore) private readonly store: SignOffStore) {}

  /** A signer declines, or takes an own signature back; the signature stays on record. */
  async decline(tx: Tx, key: SignOffKey, { reasonCode, text }: DeclineBody): Promise<void> {
    const known = await this.store.hold(tx, key);
    must(can.signOff(tx.actor, known.row));
    const end = { reasonCode, text: text ?? null, byId: tx.actor.personId, at: tx.now };
    const actor = signerOf(tx.actor, key.programId);
    await this.move(tx, known, { kind: 'decline', actor, end }, end);
  }

  /** Whoever asked withdraws. */
  async withdraw(tx: Tx, key: SignOffKey): Promise<void> {
    const known = await this.store.hold(tx, key);
    if (!can.askSignOff(tx.actor, known.row).ok) throw problem('access/not-found');
    const { personId: byId } = tx.actor;
    const end = { reasonCode: null, text: null, byId, at: tx.now };
    await this.move(tx, known, { kind: 'withdraw', byId, at: tx.now }, end);
  }

  /** The director decides on what is signed, with the reason; a reinstatement needs none. */
  async decide(tx: Tx, key: SignOffKey, act: DirectorsAct, body?: ReasonBody): Promise<void> {
    const known = await this.store.hold(tx, key);
    must(can.decideOnSignOff(tx.actor, known.row));
    const { personId: byId } = tx.actor;
    const end = { reasonCode: null, text: body?.text ?? null, byId, at: tx.now };
    const event = act === 'reinstate' ? { kind: act, byId, at: tx.now } : { kind: act, end };
    await this.move(tx, known, event, act === 'reinstate' ? null : end);
  }

  private async move(
    tx: Tx,
    known: KnownSignOff,
    event: Extract<SignOffEvent, { kind: keyof typeof told }>,
    end: SignOffEnd | null,
  ): Promise<void> {
    const { row } = known;
    const { programId, id } = row;
    const after = must(signOffTransition(lifeOf(known), event));
    const { state, flaggedAt } = after;
    const slot = isPending(after) ? 'pending' : isHeld(after) ? 'held' : null;
    // What is kept stays as it was; the reason is in the log with its words.
    const ended = event.kind === 'keep' ? {} : await this.endIn(tx, programId, end);
    if (event.kind === 'keep' && end?.text) await keepTexts(tx, programId, [end.text]);
    await this.store.change(tx, row, { state, flaggedAt, slot, ...ended });
    tx.record(told[event.kind], { programId, id }, {});
  }

  private async endIn(tx: Tx, programId: string, end: SignOffEnd | null): Promise<SignOffChange> {
    if (end === null)
      return { endById: null, endedAt: null, endedOn: null, endReason: null, endTextId: null };
    const { text, byId, at, reasonCode } = end;
    const idOf = await keepTexts(tx, programId, text === null ? [] : [text]);
    return {
      ...{ endById: byId, endedAt: at, endReason: reasonCode },
      endedOn: await this.store.today(tx, programId),
      endTextId: text === null ? null : idOf(text),
    };
  }
}
