import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MoreThanOrEqual, LessThanOrEqual } from 'typeorm';
import type { Tx } from '../db/context';
import type { FollowedEvent } from '../followers/follower';
import { Followers } from '../followers/followers';
import { RoleRow } from '../people/person.row';
import { People } from '../people/people';
import { civilDateAt } from '../platform/clock';
import { ProgramRow } from '../programs/program.row';
import { Outbox } from './outbox';

/** The follower’s name. */
const RESTS = 'rests';

/** What happened longer ago is no news. */
const NEWS_MS = 3 * 24 * 3_600_000;

/**
 * Tells whoever was let in anew by somebody else, and the directors of their programs: who let them in may sit at the account
 * now, and nobody else would see it.
 */
@Injectable()
export class ToldRests implements OnModuleInit {
  constructor(
    @Inject(Followers) private readonly followers: Followers,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(People) private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.followers.follow(RESTS, ['person.rest-began'], { inside: (tx, events) => this.tell(tx, events) });
  }

  private async tell(tx: Tx, events: readonly FollowedEvent[]): Promise<void> {
    for (const { at, object } of events)
      if (at > tx.now - NEWS_MS) await this.one(tx, object.slice(object.indexOf(':') + 1));
  }

  private async one(tx: Tx, personId: string): Promise<void> {
    const held = await tx.manager.findBy(RoleRow, { personId });
    for (const programId of new Set(held.map((role) => role.programId))) {
      const program = await tx.manager.findOneByOrFail(ProgramRow, { id: programId });
      const on = civilDateAt(tx.now, program.timeZone);
      const today = { fromOn: LessThanOrEqual(on), toOn: MoreThanOrEqual(on) };
      if (!(await tx.manager.existsBy(RoleRow, { programId, personId, ...today }))) continue;
      await this.outbox.tell(tx, { program, personIds: [personId], kind: 'let-in-anew' });
      const directors = await this.people.withRole(tx, { programId, role: 'director', on });
      const others = directors.map(({ id }) => id).filter((id) => id !== personId);
      await this.outbox.tell(tx, {
        program,
        personIds: others,
        kind: 'other-let-in-anew',
        objectId: personId,
      });
    }
  }
}
