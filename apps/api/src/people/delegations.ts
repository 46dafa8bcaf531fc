import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { can, reaches } from '@countersign/domain/access';
import { checkDelegation, delegationState } from '@countersign/domain/people';
import type { AnswerDelegationBody, OfferDelegationBody } from '@countersign/contracts/delegations/bodies';
import type { DelegationsView, DelegationView } from '@countersign/contracts/delegations/views';
import type { Reading, Tx } from '../db/context';
import { civilDateAt } from '../platform/clock';
import { must, problem, refuseAll } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { People, type NamedPerson } from './people';
import { DelegationRow, RoleRow } from './person.row';

/** Who may decide in whose name: offered by a supervisor, accepted by another, ended by either. */
@Injectable()
export class Delegations {
  constructor(@Inject(People) private readonly people: People) {}

  /** Those that the reader has to do with; all of the program for who keeps its people. */
  async list(view: Reading, programId: string): Promise<DelegationsView> {
    const { actor, manager } = view;
    const today = await todayIn(view, programId);
    const me = actor.personId;
    const rows = (await manager.findBy(DelegationRow, { programId })).filter(
      ({ supervisorId, delegateId }) => delegateId === me || can.delegate(actor, programId, supervisorId).ok,
    );
    const [everybody, supervisors] = [
      await this.people.everybody(view, programId),
      await this.people.withRole(view, { programId, role: 'supervisor', on: today }),
    ];
    return {
      today,
      delegations: rows
        .sort((one, other) =>
          one.fromOn === other.fromOn ? (one.id < other.id ? 1 : -1) : one.fromOn < other.fromOn ? 1 : -1,
        )
        .map((row) => delegationView(view, row, { everybody, today })),
      supervisors: supervisors.map(({ id, name }) => ({ id, name })),
      forOthers: reaches('delegation.manage', actor, { programId }),
    };
  }

  /** Offers one. Sent again under the same id it is offered once. */
  async offer(tx: Tx, programId: string, body: OfferDelegationBody): Promise<void> {
    const { actor, manager, now } = tx;
    const { id, delegateId, fromOn, toOn, supervisorId = actor.personId } = body;
    must(can.delegate(actor, programId, supervisorId));
    const asked = { supervisorId, delegateId, fromOn, toOn };
    // Two that overlap are offered one after the other: the second sees the first.
    await tx.hold(ProgramRow, { id: programId });
    const before = await manager.findOneBy(DelegationRow, { programId, id });
    if (before) {
      const isSame = Object.entries(asked).every(
        ([field, value]) => before[field as keyof typeof asked] === value,
      );
      if (!isSame) throw problem('delegation/id-taken');
      return;
    }
    const today = await todayIn(tx, programId);
    const open = await manager.findBy(DelegationRow, { programId, supervisorId, endedAt: IsNull() });
    const roles = await manager.findBy(RoleRow, { programId, role: 'supervisor' });
    const heldBy = (personId: string) => roles.filter((held) => held.personId === personId);
    const supervises = { supervisor: heldBy(supervisorId), delegate: heldBy(delegateId) };
    refuseAll(checkDelegation(asked, { today, open, supervises }));
    await tx.insert(DelegationRow, {
      ...{ programId, id, ...asked },
      ...{ acceptedAt: null, offeredById: actor.personId, offeredAt: now, endedAt: null, endedById: null },
    });
    tx.record('delegation.offered', { programId, id }, {});
  }

  /** Accepts or declines what was offered to the actor. */
  async answer(tx: Tx, key: DelegationKey, { kind }: AnswerDelegationBody): Promise<void> {
    const row = await load(tx, key);
    must(can.answerDelegation(tx.actor, key.programId, row.delegateId));
    const offered = delegationState(row, await todayIn(tx, key.programId)) === 'offered';
    const set =
      kind === 'accepted' ? { acceptedAt: tx.now } : { endedAt: tx.now, endedById: tx.actor.personId };
    const where = { ...key, acceptedAt: IsNull(), endedAt: IsNull() };
    if (!offered || (await tx.update(DelegationRow, where, set)) === 0) throw problem('delegation/not-open');
    tx.record(`delegation.${kind}`, key, {});
  }

  /** Ends one at once. */
  async end(tx: Tx, key: DelegationKey): Promise<void> {
    const { actor } = tx;
    const row = await load(tx, key);
    if (row.delegateId !== actor.personId) must(can.delegate(actor, key.programId, row.supervisorId));
    const set = { endedAt: tx.now, endedById: actor.personId };
    const ended = await tx.update(DelegationRow, { ...key, endedAt: IsNull() }, set);
    if (ended === 0) throw problem('delegation/not-open');
    tx.record('delegation.ended', key, {});
  }
}

interface DelegationKey {
  readonly programId: string;
  readonly id: string;
}

/** One that the actor has to do with; for everybody else there is none. */
async function load({ manager, actor }: Reading, key: DelegationKey): Promise<DelegationRow> {
  const row = await manager.findOneBy(DelegationRow, { ...key });
  const mayKnow =
    row && (row.delegateId === actor.personId || can.delegate(actor, key.programId, row.supervisorId).ok);
  if (!mayKnow) throw problem('access/not-found');
  return row;
}

async function todayIn({ manager, now }: Reading, programId: string): Promise<string> {
  const { timeZone } = await manager.findOneByOrFail(ProgramRow, { id: programId });
  return civilDateAt(now, timeZone);
}

function delegationView(
  { actor }: Reading,
  row: DelegationRow,
  { everybody, today }: { readonly everybody: ReadonlyMap<string, NamedPerson>; readonly today: string },
): DelegationView {
  const person = (id: string) => ({ id, name: everybody.get(id)?.name ?? '' });
  const { id, programId, supervisorId, delegateId, fromOn, toOn, offeredById } = row;
  const state = delegationState(row, today);
  const isOpen = state === 'offered' || state === 'accepted';
  const byOther = offeredById !== null && offeredById !== supervisorId;
  return {
    ...{ id, fromOn, toOn, state },
    supervisor: person(supervisorId),
    delegate: person(delegateId),
    ...(byOther ? { offeredBy: person(offeredById) } : {}),
    mayAnswer: state === 'offered' && can.answerDelegation(actor, programId, delegateId).ok,
    mayEnd: isOpen && (delegateId === actor.personId || can.delegate(actor, programId, supervisorId).ok),
  };
}
