import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor, type EntryFacts } from '@countersign/domain/access';
import { checkReason, decide } from '@countersign/domain/entry';
import type { Result } from '@countersign/domain/refusal';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { must, mustAll } from '../platform/problem';
import type { SeenEntry } from './edit-entry';
import { EntryStore, factsOf, lifeOf, type EntryChange } from './entry-store';
import type { Answer } from './entry-views';

/** Who may do what, and what it leads to besides the next life. */
interface Ending {
  readonly kind: 'withdraw' | 'void';
  readonly may: (actor: Actor, entry: EntryFacts) => Result<null>;
  readonly change: Pick<EntryChange, 'action' | 'version' | 'voidReason'>;
}

/** Takes a submitted entry back to draft, drops an amendment that waits, or makes an entry void. */
@Injectable()
export class WithdrawEntry {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Takes back what waits: the version is not sent after all, and the entry stands as it did before. */
  run<T>(actor: Actor, seen: SeenEntry, answer: Answer<T>): Promise<T> {
    const change = { action: 'entry.withdrawn', version: 'taken-back' } as const;
    return this.end(actor, seen, { kind: 'withdraw', may: can.edit, change }, answer);
  }

  /** Void for good, with its reason: the fellow while it was never approved, the director afterwards. */
  async void<T>(actor: Actor, seen: SeenEntry, reason: string, answer: Answer<T>): Promise<T> {
    mustAll(checkReason(reason, '/reason'));
    const change = { action: 'entry.voided', voidReason: reason };
    return this.end(actor, seen, { kind: 'void', may: can.void, change }, answer);
  }

  private end<T>(actor: Actor, seen: SeenEntry, ending: Ending, answer: Answer<T>): Promise<T> {
    return this.db.write(actor.personId, async (tx) => {
      const key = { programId: seen.programId, id: seen.entryId };
      const row = await this.store.load(tx.manager, key, entriesToRead(actor, seen.programId));
      must(ending.may(actor, factsOf(row)));
      const context = { actorId: actor.personId, now: this.clock.now() };
      const life = must(decide(lifeOf(row), { kind: ending.kind }, context));
      const next = await this.store.move(tx, row, { ...ending.change, life, seen: seen.version });
      return answer(tx.manager, next);
    });
  }
}
