import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, HeldRole, Role } from '@countersign/domain/access';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { Db, type Tx } from '../db/db';
import { RoleRow, PersonRow } from '../people/person.row';
import { ProgramRow } from '../programs/program.row';
import { civilDateAt, Clock } from '../platform/clock';
import { problem } from '../platform/problem';
import { SessionRow } from './session.row';
import { newToken, tokenId } from './session-token';

/** A session ends after 30 idle minutes and twelve hours after it was opened (ASVS 7.3.1, 7.3.2). */
export const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** How stale `seenAt` may be before a request refreshes it. */
const SEEN_STEP_MS = 60_000;

/** Opens, finds and ends sessions. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Opens a session for a person and returns its token, known to nobody else. */
  async open(tx: Tx, personId: string): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.manager.insert(SessionRow, {
      id: tokenId(token),
      personId,
      openedAt: now,
      seenAt: now,
      endsAt: now + ABSOLUTE_MS,
    });
    tx.record({ log: 'installation', action: 'session.opened', object: `person:${personId}`, data: {} });
    return token;
  }

  /** The live session of a token with the person's roles of today, or null. */
  async find(token: string): Promise<{ actor: Actor; sessionId: string } | null> {
    const sessionId = tokenId(token);
    const now = this.clock.now();
    const found = await this.db.read(async (manager) => {
      const session = await manager.findOneBy(SessionRow, { id: sessionId });
      if (!session || session.endsAt <= now || session.seenAt + IDLE_MS <= now) return null;
      const person = await manager.findOneBy(PersonRow, { id: session.personId });
      if (!person || person.disabledAt !== null) return null;
      return { session, roles: await this.rolesToday(manager, person.id) };
    });
    if (!found) return null;
    if (now - found.session.seenAt > SEEN_STEP_MS) await this.touch(found.session, now);
    return {
      actor: {
        personId: found.session.personId,
        roles: found.roles.map(({ programId, role }) => ({ programId, role })),
      },
      sessionId,
    };
  }

  /** Ends a session at once. */
  async close(sessionId: string, personId: string): Promise<void> {
    await this.db.write(personId, async (tx) => {
      await tx.manager.delete(SessionRow, { id: sessionId });
      tx.record({ log: 'installation', action: 'session.closed', object: `person:${personId}`, data: {} });
    });
  }

  /** Who is signed in, as the app shows it. */
  async view(sessionId: string): Promise<SessionView> {
    return this.db.read(async (manager) => {
      const session = await manager.findOneBy(SessionRow, { id: sessionId });
      if (!session) throw problem('session/required');
      const person = await manager.findOneByOrFail(PersonRow, { id: session.personId });
      const roles = await this.rolesToday(manager, person.id);
      return {
        person: { id: person.id, name: person.name },
        email: person.email,
        roles: roles.map(({ programId, programName, role }) => ({ programId, programName, role })),
        demo: roles.some((held) => held.demo),
        endsAt: session.endsAt,
      };
    });
  }

  private async touch(session: SessionRow, now: number): Promise<void> {
    await this.db.write(session.personId, async (tx) => {
      await tx.manager.update(SessionRow, { id: session.id }, { seenAt: now });
    });
  }

  private async rolesToday(
    manager: EntityManager,
    personId: string,
  ): Promise<readonly (HeldRole & { role: Role; programName: string; demo: boolean })[]> {
    const held = await manager.findBy(RoleRow, { personId });
    const programs = await Promise.all(
      [...new Set(held.map((role) => role.programId))].map((id) =>
        manager.findOneByOrFail(ProgramRow, { id }),
      ),
    );
    return programs.flatMap((program) => {
      const today = civilDateAt(this.clock.now(), program.timeZone);
      return held
        .filter((role) => role.programId === program.id && role.fromOn <= today && today <= role.toOn)
        .map((role) => ({
          programId: program.id,
          role: role.role as Role,
          programName: program.name,
          demo: program.demo,
        }));
    });
  }
}
