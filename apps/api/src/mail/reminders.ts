import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import {
  isEscalationDue,
  isNudgeDue,
  isSilent,
  mayRemind,
  type NoticeKind,
} from '@countersign/domain/notices';
import { isWithin } from '@countersign/domain/calendar';
import type { Role } from '@countersign/domain/access';
import { atOrBefore } from '../db/columns';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { EntryRow } from '../entries/entry.row';
import { Timers } from '../followers/timers';
import { SYSTEM } from '../followers/turn';
import { DelegationRow, RoleRow } from '../people/person.row';
import { civilDateAt } from '../platform/clock';
import { ProgramRow } from '../programs/program.row';
import { expiryByFellow, type Expiry } from './expiring';
import { silenceOf } from './fellow-silence';
import { MailRow } from './mail.row';
import { NoticeRow } from './notice.row';
import { Outbox } from './outbox';
import { waitingByPerson, type WaitingForOne } from './waiting-for';

const DAY_MS = 86_400_000;
/** When people are reminded, in the program’s zone: of what waits every morning, of the week on Mondays. */
const HOUR = 7;
const MONDAY = 'Mon';
/** How long it is kept what people were told of, and what was sent. */
const KEPT_MS = 180 * DAY_MS;

/** A role that somebody holds today. */
type Held = Pick<RoleRow, 'personId' | 'role'>;

/** Somebody who is to be reminded, of what. */
interface Due {
  readonly kind: NoticeKind;
  readonly personId: string;
  readonly waiting: number;
  /** Of an escalation: the supervisor. */
  readonly aboutId?: string;
}

/** Reminds people of what waits: gently after a week, others after a month, everybody of their week; nobody more than weekly. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.timers.every(
      'reminders',
      { pattern: '5 * * * *', timeZone: 'UTC' },
      { outside: () => this.runAll() },
    );
  }

  /** Reminds in every program whose hour it is; each in a transaction of its own, in which nobody is reminded twice. */
  async runAll(): Promise<void> {
    const programs = await this.db.glance(SYSTEM, ({ manager }) =>
      manager.findBy(ProgramRow, { demo: false }),
    );
    for (const program of programs) await this.db.write(SYSTEM, (tx) => this.remind(tx, program));
    await this.db.write(SYSTEM, (tx) => clear(tx));
  }

  private async remind(tx: Tx, program: ProgramRow): Promise<void> {
    const { hour, weekday } = timeAt(tx.now, program.timeZone);
    if (hour !== HOUR) return;
    const today = civilDateAt(tx.now, program.timeZone);
    const held = (await tx.manager.findBy(RoleRow, { programId: program.id })).filter((one) =>
      isWithin(today, one),
    );
    const waiting = await waitingByPerson(tx, program.id);
    const due = [...nudges(held, waiting), ...(await escalations(tx, program, { held, waiting, today }))];
    for (const one of due) await this.once(tx, program, one);
    if (weekday !== MONDAY) return;
    const expiring = await expiryByFellow(tx, program.id, today);
    for (const one of await digests(tx, program, { held, waiting, expiring }))
      await this.once(tx, program, one);
  }

  private async once(tx: Tx, program: ProgramRow, { kind, personId, waiting, aboutId }: Due): Promise<void> {
    const about = aboutId === undefined ? {} : { objectId: aboutId };
    const last = await tx.manager.findOne(NoticeRow, {
      where: { programId: program.id, personId, kind, ...about },
      order: { at: 'DESC' },
    });
    // Whole mornings: a clock that goes forward makes a week an hour shorter.
    if (!mayRemind(last === null ? null : Math.round((tx.now - last.at) / DAY_MS))) return;
    await this.outbox.tell(tx, { program, personIds: [personId], kind, waiting, ...about });
  }
}

function nudges(held: readonly Held[], waiting: ReadonlyMap<string, WaitingForOne>): Due[] {
  return peopleWith(held, ['supervisor']).flatMap((personId) => {
    const own = waiting.get(personId);
    return own && isNudgeDue(own) ? [{ kind: 'nudge' as const, personId, waiting: own.count }] : [];
  });
}

/** Those who can help where much waits for long: who stands in for the supervisor, coordinators and directors. */
async function escalations(
  tx: Tx,
  { id: programId }: ProgramRow,
  around: { held: readonly Held[]; waiting: ReadonlyMap<string, WaitingForOne>; today: string },
): Promise<Due[]> {
  const { held, waiting, today } = around;
  const late = [...waiting].filter(([, own]) => isEscalationDue(own));
  if (late.length === 0) return [];
  const supervisorIds = late.map(([id]) => id);
  const given = await tx.manager.findBy(DelegationRow, { programId, supervisorId: In(supervisorIds) });
  const leaders = peopleWith(held, ['coordinator', 'director']);
  return late.flatMap(([aboutId, own]) => {
    const delegates = given.filter(
      (one) =>
        one.supervisorId === aboutId &&
        one.acceptedAt !== null &&
        one.endedAt === null &&
        isWithin(today, one),
    );
    const told = new Set([...delegates.map(({ delegateId }) => delegateId), ...leaders]);
    told.delete(aboutId);
    return [...told].map((personId) => ({
      kind: 'escalation' as const,
      ...{ personId, aboutId, waiting: own.count },
    }));
  });
}

/** Who has something to read in a week: what waits, what was returned, how long nothing was logged, what expires. */
async function digests(
  tx: Tx,
  program: ProgramRow,
  around: {
    readonly held: readonly Held[];
    readonly waiting: ReadonlyMap<string, WaitingForOne>;
    readonly expiring: ReadonlyMap<string, Expiry>;
  },
): Promise<Due[]> {
  const { held, waiting, expiring } = around;
  const due: Due[] = [];
  const inAll = [...waiting.values()].reduce((sum, { count }) => sum + count, 0);
  for (const personId of peopleWith(held, ['fellow', 'supervisor', 'director', 'coordinator'])) {
    const own = waiting.get(personId)?.count ?? 0;
    const roles = held.filter((one) => one.personId === personId).map(({ role }) => role);
    const leads = roles.includes('director') || roles.includes('coordinator');
    const concerns =
      own > 0 ||
      expiring.has(personId) ||
      (leads && (inAll > 0 || expiring.size > 0)) ||
      (roles.includes('fellow') && (await concernsFellow(tx, program, personId)));
    if (concerns) due.push({ kind: 'digest', personId, waiting: own });
  }
  return due;
}

async function concernsFellow(tx: Tx, program: ProgramRow, fellowId: string): Promise<boolean> {
  if (await tx.manager.existsBy(EntryRow, { programId: program.id, fellowId, state: 'returned' }))
    return true;
  const silence = await silenceOf(tx, program, fellowId);
  return silence !== null && isSilent(silence);
}

function peopleWith(held: readonly Held[], roles: readonly Role[]): string[] {
  return [...new Set(held.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId))].sort();
}

/** Takes away what was told and sent long ago. */
async function clear(tx: Tx): Promise<void> {
  const before = atOrBefore(tx.now - KEPT_MS);
  await tx.remove(NoticeRow, { at: before });
  await tx.remove(MailRow, { state: In(['sent', 'kept', 'dropped', 'dead']), doneAt: before });
}

function timeAt(at: number, timeZone: string): { readonly hour: number; readonly weekday: string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hour: 'numeric', hourCycle: 'h23', weekday: 'short' },
  } as const).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { hour: Number(part('hour')), weekday: part('weekday') };
}
