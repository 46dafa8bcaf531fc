import { Injectable } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import type { EndOfSession } from '@countersign/domain/ledger';
import type {
  ProgramRolesView,
  RoleSpanView,
  SessionDemand,
  SessionView,
} from '@countersign/contracts/sessions/views';
import { atOrBefore, flagOf, instantOf } from '../db/columns';
import type { Reading, Tx } from '../db/context';
import { KeptQuery } from '../db/kept-query';
import {
  actorOf,
  factorNeededFrom,
  givesSomething,
  rolesToday,
  withRoles,
  type HeldLine,
  type RoleToday,
} from '../people/actor-of';
import { CredentialRow, PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { demoPasswordOf } from './demo-password';
import { SessionRow } from './session.row';
import { newToken, tokenId } from './session-token';

/** A session ends after 30 idle minutes and twelve hours after it was opened (ASVS 7.3.1, 7.3.2). */
const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** How old `seenAt` may be before a request renews it. */
const SEEN_STEP_MS = 60_000;
/**
 * How long the row of an expired session is kept. Were it deleted at once, a clock that runs ahead for a moment would
 * end every session for good.
 */
const KEPT_MS = 7 * 24 * 3_600_000;
/** Expired sessions that are cleared away at once: few, because SQLite is held meanwhile. */
const SWEEP = 50;

/** In which browser a session is opened. */
export interface Opening {
  /** The session that this browser had; it ends. */
  readonly before?: string | undefined;
  /** How the browser names itself. */
  readonly device?: string | null;
}

/** A session that is alive. */
export interface LiveSession {
  readonly sessionId: string;
  readonly actor: Actor;
  /** Its last use was noted so long ago that this one has to be. */
  readonly isStale: boolean;
  /** What the person has to do before anything else. */
  readonly demand: SessionDemand | undefined;
  /** Until when the person decides nothing, because somebody else let them in anew; null where nothing stands in the way. */
  readonly restsUntil: number | null;
}

/** A session and its person as they come raw. */
interface SessionLine extends HeldLine {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly salt: string;
  readonly disabledAt: Date | string | null;
  readonly seenAt: Date | string;
  readonly endsAt: Date | string;
  /** Null for somebody without a password. */
  readonly passwordKind: string | null;
  readonly chosenAt: Date | string | null;
  readonly signsFrom: Date | string | null;
  /** Since when there is a second factor. */
  readonly factorSince: Date | string | null;
}

const sessionWithRoles = new KeptQuery<{ id: string }>((manager, { id }) =>
  withRoles(
    manager
      .createQueryBuilder(SessionRow, 'session')
      .innerJoin(PersonRow, 'person', 'person.id = session.personId')
      .leftJoin(CredentialRow, 'factor', "factor.personId = person.id AND factor.kind = 'totp'")
      .leftJoin(
        CredentialRow,
        'credential',
        "credential.personId = person.id AND credential.kind = 'password'",
      )
      .where('session.id = :id', { id })
      .select([
        'person.id AS personId',
        'person.name AS name',
        'person.email AS email',
        'person.salt AS salt',
        'person.disabledAt AS disabledAt',
        'session.seenAt AS seenAt',
        'session.endsAt AS endsAt',
        'credential.kind AS passwordKind',
        'credential.chosenAt AS chosenAt',
        'credential.signsFrom AS signsFrom',
        'factor.chosenAt AS factorSince',
      ]),
  ),
);

/** Opens, finds and ends sessions. */
@Injectable()
export class Sessions {
  /**
   * Opens a session for a person and returns its token, known to nobody else.
   */
  async open(tx: Tx, personId: string, { before, device = null }: Opening = {}): Promise<string> {
    const token = newToken();
    const { now } = tx;
    const id = tokenId(token);
    if (before !== undefined) await this.end(tx, before, { why: 'replaced', by: personId });
    const endsAt = now + ABSOLUTE_MS;
    await tx.insert(SessionRow, { id, personId, device, openedAt: now, seenAt: now, endsAt });
    tx.record('session.opened', { id, by: personId }, {});
    return token;
  }

  /** The live session of that name, with what its person may do today; null without one. One statement. */
  async find(view: Reading, sessionId: string): Promise<LiveSession | null> {
    const { now } = view;
    const lines = await this.lines(view, sessionId);
    const [first] = lines;
    if (first === undefined || first.disabledAt !== null) return null;
    const seenAt = instantOf(first.seenAt);
    if (instantOf(first.endsAt) <= now || seenAt + IDLE_MS <= now) return null;
    const actor = actorOf(first.personId, lines, now);
    const until = instantOf(first.signsFrom);
    return {
      ...{ sessionId, actor, isStale: now - seenAt > SEEN_STEP_MS, demand: demandOf(lines, now) },
      restsUntil: until !== null && until > now ? until : null,
    };
  }

  /** Notes that the session is in use. */
  async touch(tx: Tx, id: string): Promise<void> {
    await tx.update(SessionRow, { id }, { seenAt: tx.now });
  }

  /** Ends the actor's session at once. */
  async close(tx: Tx, id: string): Promise<void> {
    await this.end(tx, id, { why: 'signed-out', by: tx.actor.personId });
  }

  /** Ends every session of a person at once. @param by who did it, where that is not the actor */
  async closeAll(tx: Tx, personId: string, why: EndOfSession, by = tx.actor.personId): Promise<void> {
    const open = await tx.manager.find(SessionRow, { where: { personId }, select: { id: true } });
    for (const { id } of open) await this.end(tx, id, { why, by });
  }

  /** From when on programs ask the person of a session for a second factor; null where none does. */
  async factorAsked(view: Reading, sessionId: string): Promise<number | null> {
    return factorNeededFrom(await this.lines(view, sessionId), view.now);
  }

  /** The same, while the person has none. */
  async factorNeeded(view: Reading, sessionId: string): Promise<number | null> {
    const lines = await this.lines(view, sessionId);
    const isSet = lines.some(({ factorSince }) => factorSince !== null);
    return isSet ? null : factorNeededFrom(lines, view.now);
  }

  /** Ends one of the actor's sessions on another device. */
  async endOne(tx: Tx, id: string): Promise<void> {
    await this.end(tx, id, { why: 'ended-elsewhere', by: tx.actor.personId });
  }

  /** The live sessions of whoever asks, the newest first. */
  async own({ manager, actor, now }: Reading): Promise<SessionRow[]> {
    const found = await manager.findBy(SessionRow, { personId: actor.personId });
    return found
      .filter(({ endsAt, seenAt }) => endsAt > now && seenAt + IDLE_MS > now)
      .sort((one, other) => other.openedAt - one.openedAt || (one.id < other.id ? -1 : 1));
  }

  /** Who is signed in, as the app shows it. One statement. */
  async view(view: Reading, sessionId: string): Promise<SessionView> {
    const lines = await this.lines(view, sessionId);
    const [first] = lines;
    if (first === undefined) throw problem('session/required');
    const roles = rolesToday(lines, view.now);
    const demo = roles.some((held) => held.demo);
    const demand = demandOf(lines, view.now);
    return {
      person: { id: first.personId, name: first.name },
      email: first.email,
      roles: roles.filter(givesSomething).map(viewOf),
      outside: roles.filter((held) => !givesSomething(held)).map(spanOf),
      demo,
      ...(demo && first.chosenAt === null ? { demoPassword: demoPasswordOf(first) } : {}),
      ...(demand === undefined ? {} : { demand }),
      endsAt: instantOf(first.endsAt),
    };
  }

  /** The session with its person, once for each role that the person holds some day. */
  private lines({ manager }: Reading, id: string): Promise<SessionLine[]> {
    return sessionWithRoles.run(manager, { id });
  }

  /** Deletes a session and records it; one that is gone already ended elsewhere and is recorded there. */
  private async end(tx: Tx, id: string, { why, by }: { why: EndOfSession; by: string }): Promise<void> {
    const gone = await tx.remove(SessionRow, { id });
    if (gone === 1) tx.record('session.closed', { id, by }, { reason: why });
  }

  /** Clears away some sessions that nobody can use any more, so that their rows do not pile up. */
  async sweep(tx: Tx): Promise<void> {
    const { now } = tx;
    const dead = await tx.manager.find(SessionRow, {
      where: [{ endsAt: atOrBefore(now - KEPT_MS) }, { seenAt: atOrBefore(now - IDLE_MS - KEPT_MS) }],
      order: { endsAt: 'ASC' },
      take: SWEEP,
    });
    for (const { id } of dead) await this.end(tx, id, { why: 'expired', by: 'system' });
  }
}

/**
 * A password that somebody else made is changed first, but for that of the demo, which is printed; then the second factor
 * is set up that a program asks for.
 */
function demandOf(lines: readonly SessionLine[], now: number): SessionDemand | undefined {
  const [first] = lines;
  if (first === undefined || lines.some(({ demo }) => flagOf(demo ?? false))) return undefined;
  if (first.passwordKind !== null && first.chosenAt === null) return 'change-password';
  const neededFrom = factorNeededFrom(lines, now);
  const isNeeded = first.factorSince === null && neededFrom !== null && neededFrom <= now;
  return isNeeded ? 'set-up-second-factor' : undefined;
}

function viewOf({ ended, closesOn, toOn, ...held }: RoleToday): ProgramRolesView {
  const { programId, programName, timeZone, role } = held;
  return {
    ...{ programId, programName, timeZone, role },
    ...(ended === undefined ? {} : { ended, lastOn: toOn }),
    ...(ended === 'closing' ? { closesOn } : {}),
  };
}

function spanOf({ programId, programName, role, fromOn, toOn, tenure }: RoleToday): RoleSpanView {
  return { programId, programName, role, fromOn, toOn, begun: tenure !== 'to-come' };
}
