import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor } from '@countersign/domain/access';
import { decide } from '@countersign/domain/entry';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { must } from '../platform/problem';
import type { SeenEntry } from './edit-entry';
import { EntryStore, factsOf, lifeOf } from './entry-store';
import type { EntryRow } from './entry.row';

/** Takes a submitted entry back to draft, drops an amendment that waits, or makes an entry void. */
@Injectable()
export class WithdrawEntry {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, seen: SeenEntry): Promise<EntryRow> {
    return this.db.write(actor.personId, async (tx) => {
      const row = await this.store.load(
        tx.manager,
        { programId: seen.programId, id: seen.entryId },
        entriesToRead(actor, seen.programId),
      );
      must(can.edit(actor, factsOf(row)));
      const life = must(
        decide(lifeOf(row), { kind: 'withdraw' }, { actorId: actor.personId, now: this.clock.now() }),
      );
      return this.store.move(tx, row, {
        life,
        seen: seen.version,
        action: 'entry.withdrawn',
        set: { submittedAt: null },
      });
    });
  }

  /** Void for good, with its reason: the fellow while it was never approved, the director afterwards. */
  async void(actor: Actor, seen: SeenEntry, reason: string): Promise<EntryRow> {
    return this.db.write(actor.personId, async (tx) => {
      const row = await this.store.load(
        tx.manager,
        { programId: seen.programId, id: seen.entryId },
        entriesToRead(actor, seen.programId),
      );
      must(can.void(actor, factsOf(row)));
      const life = must(
        decide(lifeOf(row), { kind: 'void' }, { actorId: actor.personId, now: this.clock.now() }),
      );
      return this.store.move(tx, row, {
        life,
        seen: seen.version,
        action: 'entry.voided',
        set: { voidReason: reason },
        data: { reason },
      });
    });
  }
}
