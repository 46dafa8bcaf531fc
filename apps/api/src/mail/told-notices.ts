import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EventName } from '@countersign/domain/ledger';
import { nextSignerRole } from '@countersign/domain/competency';
import type { NoticeKind } from '@countersign/domain/notices';
import type { Tx } from '../db/context';
import { EntryRow } from '../entries/entry.row';
import type { FollowedEvent } from '../followers/follower';
import { Followers } from '../followers/followers';
import { DelegationRow } from '../people/person.row';
import { People } from '../people/people';
import { civilDateAt } from '../platform/clock';
import { ProgramRow } from '../programs/program.row';
import { SignatureRow } from '../signatures/signature.row';
import { SignOffRow } from '../sign-offs/sign-off.row';
import { NoticeRow } from './notice.row';
import { Outbox } from './outbox';

/** The follower’s name. */
const MAIL = 'mail';

const kinds: readonly EventName[] = [
  'entry.returned',
  'entry.decision-undone',
  'entry.correction-contested',
  'entry.correction-upheld',
  'entry.correction-reversed',
  'sign-off.asked',
  'sign-off.signed',
  'sign-off.completed',
  'sign-off.declined',
  'delegation.offered',
];

/** What happened longer ago is no news: after an upgrade nobody is told of last year. */
const NEWS_MS = 3 * 24 * 3_600_000;

/** Whom an event is told to, and as what. */
interface Telling {
  readonly kind: NoticeKind;
  readonly personIds: readonly string[];
}

/** Tells people what happened to what is theirs, or what is theirs to do. It follows the log: what is taken back was never told. */
@Injectable()
export class ToldNotices implements OnModuleInit {
  constructor(
    @Inject(Followers) private readonly followers: Followers,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(People) private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.followers.follow(MAIL, kinds, { inside: (tx, events) => this.tell(tx, events) });
  }

  private async tell(tx: Tx, events: readonly FollowedEvent[]): Promise<void> {
    const fresh = events.filter(({ at }) => at > tx.now - NEWS_MS);
    const programId = fresh[0]?.logId;
    if (programId === undefined) return;
    const program = await tx.manager.findOneBy(ProgramRow, { id: programId });
    if (program === null) return;
    for (const event of fresh) await this.one(tx, program, event);
  }

  private async one(tx: Tx, program: ProgramRow, event: FollowedEvent): Promise<void> {
    const objectId = event.object.slice(event.object.indexOf(':') + 1);
    if (event.action === 'entry.decision-undone') {
      const untold = { programId: program.id, objectId, kind: 'entry-returned' as const, readAt: IsNull() };
      await tx.remove(NoticeRow, untold);
      return;
    }
    const telling = await this.whom(tx, program, event, objectId);
    if (telling === null) return;
    // Nobody is told what they did themselves.
    const personIds = telling.personIds.filter((id) => id !== event.actor);
    await this.outbox.tell(tx, { program, personIds, kind: telling.kind, objectId });
  }

  private async whom(
    tx: Tx,
    program: ProgramRow,
    { action }: FollowedEvent,
    id: string,
  ): Promise<Telling | null> {
    if (action === 'delegation.offered') {
      const row = await tx.manager.findOneBy(DelegationRow, { programId: program.id, id });
      return row && { kind: 'delegation-offered', personIds: [row.delegateId] };
    }
    return action.startsWith('sign-off.')
      ? this.ofSignOff(tx, program, action, id)
      : this.ofEntry(tx, program, action, id);
  }

  private async ofEntry(tx: Tx, program: ProgramRow, action: string, id: string): Promise<Telling | null> {
    const entry = await tx.manager.findOneBy(EntryRow, { programId: program.id, id });
    if (entry === null) return null;
    if (action === 'entry.returned') return { kind: 'entry-returned', personIds: [entry.fellowId] };
    if (action !== 'entry.correction-contested')
      return { kind: 'correction-settled', personIds: [entry.fellowId] };
    return { kind: 'correction-contested', personIds: await this.holding(tx, program, 'director') };
  }

  private async ofSignOff(tx: Tx, program: ProgramRow, action: string, id: string): Promise<Telling | null> {
    const row = await tx.manager.findOneBy(SignOffRow, { programId: program.id, id });
    if (row === null) return null;
    if (action === 'sign-off.completed') return { kind: 'sign-off-granted', personIds: [row.fellowId] };
    if (action === 'sign-off.declined') return { kind: 'sign-off-declined', personIds: [row.askedById] };
    if (action === 'sign-off.asked') {
      const supervisors = await this.holding(tx, program, 'supervisor');
      return { kind: 'sign-off-asked', personIds: supervisors.filter((one) => one !== row.fellowId) };
    }
    const signed = await tx.manager.findBy(SignatureRow, { programId: program.id, subjectId: id });
    const given = signed.map(({ personId: byId, at, capacity }) => ({ byId, at, as: capacity }));
    return row.slot === 'pending' && nextSignerRole(row, given) === 'director'
      ? { kind: 'sign-off-turn', personIds: await this.holding(tx, program, 'director') }
      : null;
  }

  private async holding(tx: Tx, program: ProgramRow, role: 'supervisor' | 'director'): Promise<string[]> {
    const on = civilDateAt(tx.now, program.timeZone);
    return (await this.people.withRole(tx, { programId: program.id, role, on })).map(({ id }) => id);
  }
}
