import { EPOCH_BEGAN, TEXT_REDACTED } from './event-kinds';
import type { LedgerEvent } from './event-hash';
import type { LogFinding } from './log-finding';
import { isSameEvent, restatedBy } from './redaction';
import type { StoredEvent } from './stored-event';

/** An event that lost its body by a redaction; its leaf and chain hash stand. */
export interface RedactedEvent {
  readonly seq: number;
  /** Number of the event that records the redaction. */
  readonly by: number;
}

/**
 * What the events of a log say about one another: in which epoch each may stand, and which of those without a body a
 * later redaction accounts for. Keeps only the events without a body.
 */
export class LogHistory {
  private hasBegun = false;
  private readonly emptied = new Map<number, StoredEvent>();
  private readonly accounted: RedactedEvent[] = [];

  /** Redactions that were found to account for an event, in the order of the redactions. */
  get redacted(): readonly RedactedEvent[] {
    return this.accounted;
  }

  /** Takes in the next event; `event` is what its body says, null where it has none or says nothing. */
  read(row: StoredEvent, event: LedgerEvent | null): readonly LogFinding[] {
    if (row.body === null) return this.readEmptied(row);
    if (event === null) return [];
    if (event.action === TEXT_REDACTED && event.v === 2) this.account(event);
    return this.epochFindings(event);
  }

  /** What is left at the end of the log: events without a body that no redaction names. */
  end(): readonly LogFinding[] {
    return [...this.emptied.keys()].map((seq) => ({ code: 'ledger/body-missing', seq }));
  }

  /** Only events of the first epoch hold words, so no other may lose its body. */
  private readEmptied(row: StoredEvent): readonly LogFinding[] {
    if (this.hasBegun) return [{ code: 'ledger/body-missing', seq: row.seq }];
    this.emptied.set(row.seq, row);
    return [];
  }

  private account({ seq: by, data }: LedgerEvent): void {
    for (const event of restatedBy(data)) {
      const row = this.emptied.get(event.seq);
      if (!row || !states(row, event)) continue;
      this.emptied.delete(row.seq);
      this.accounted.push({ seq: row.seq, by });
    }
  }

  private epochFindings({ v, seq, action }: LedgerEvent): readonly LogFinding[] {
    const begins = v === 2 && action === EPOCH_BEGAN;
    const mayStand = this.hasBegun ? v === 2 && !begins : v === 1 || begins;
    this.hasBegun ||= begins;
    return mayStand ? [] : [{ code: 'ledger/out-of-epoch', seq, version: v }];
  }
}

/** Whether the columns of an event that lost its body are what the redaction restates. */
function states(
  { seq, at, actorId: actor, action, object }: StoredEvent,
  event: Parameters<typeof isSameEvent>[0],
) {
  if (!Number.isSafeInteger(at) || Math.abs(at) > 8.64e15) return false;
  return isSameEvent(event, { v: 1, seq, at: new Date(at).toISOString(), actor, action, object });
}
