import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor, type EntryFacts } from '@countersign/domain/access';
import { checkReason, decide } from '@countersign/domain/entry';
import type { Result } from '@countersign/domain/refusal';
import type { Tx } from '../db/context';
import { must, mustAll } from '../platform/problem';
import type { SeenEntry } from './edit-entry';
import { EntryStore, factsOf, type EntryChange } from './entry-store';
import type { EntryRow } from './entry.row';

/** Who may do what, and what it leads to besides the next life. */
interface Ending {
  readonly kind: 'withdraw' | 'void';
  readonly may: (actor: Actor, entry: EntryFacts) => Result<null>;
  readonly change: Pick<EntryChange, 'action' | 'version' | 'voidReason'>;
}

/** Takes a submitted entry back to draft, drops an amendment that waits, or makes an entry void. */
@Injectable()
export class WithdrawEntry {
  constructor(@Inject(EntryStore) private readonly store: EntryStore) {}

  /** Takes back what waits: the version is not sent after all, and the entry stands as it did before. */
  run(tx: Tx, seen: SeenEntry): Promise<EntryRow> {
    const change = { action: 'entry.withdrawn', version: 'taken-back' } as const;
    return this.end(tx, seen, { kind: 'withdraw', may: can.edit, change });
  }

  /** Void for good, with its reason: the fellow while it was never approved, the director afterwards. */
  async void(tx: Tx, seen: SeenEntry, reason: string): Promise<EntryRow> {
    mustAll(checkReason(reason, '/reason'));
    const change = { action: 'entry.voided', voidReason: reason } as const;
    return this.end(tx, seen, { kind: 'void', may: can.void, change });
  }

  private async end(tx: Tx, seen: SeenEntry, ending: Ending): Promise<EntryRow> {
    const { actor, now } = tx;
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await this.store.load(tx, key, entriesToRead(actor, seen.programId));
    must(ending.may(actor, factsOf(row)));
    const before = await this.store.life(tx, row);
    const { life } = must(decide(before, { kind: ending.kind }, { actorId: actor.personId, now }));
    return this.store.move(tx, row, { ...ending.change, life, seen: seen.revision });
  }
}
