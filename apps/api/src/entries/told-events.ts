import { In } from 'typeorm';
import type { EntryState, KeptContent } from '@countersign/domain/entry';
import { ROW_SNAPSHOT, type LedgerEvent, type TextId } from '@countersign/domain/ledger';
import type { Reading } from '../db/context';
import { EventRow } from '../db/event.row';
import type { EntryRow } from './entry.row';

/** A version as the log tells it at some time. */
export interface ToldVersion {
  readonly number: number;
  readonly content: KeptContent<TextId>;
  /** When it was sent; null while it was not. */
  readonly submittedAt: number | null;
}

/** An event of an entry with what it did to the rows of that entry. */
export interface ToldEvent {
  readonly row: EventRow;
  /** Version that it was about; undefined where it names none. */
  readonly number: number | undefined;
  readonly from: EntryState | undefined;
  readonly to: EntryState | undefined;
  /** The version before and after it; null where the log does not tell, or there was none. */
  readonly before: ToldVersion | null;
  readonly after: ToldVersion | null;
  /** The decision that came or changed with it. */
  readonly decisionId: string | undefined;
  /** It is of the first epoch, or its text was removed: it tells of no rows. */
  readonly bare: boolean;
}

/** The events of an entry, oldest first, each with the rows before and after it. */
export async function toldEvents(
  { manager }: Reading,
  { programId, id }: EntryRow,
): Promise<readonly ToldEvent[]> {
  const rows = await manager.find(EventRow, {
    where: { logId: programId, object: In([`entry:${id}`, `entry_version:${id}`]) },
    order: { seq: 'ASC' },
  });
  const versions = new Map<number, ToldVersion>();
  let state: EntryState | undefined;
  const told: ToldEvent[] = [];
  for (const row of rows) {
    const event = row.body === null ? null : (JSON.parse(row.body) as LedgerEvent);
    const changed = changesOf(event);
    const number = numberIn(event) ?? changed.number;
    const before = number === undefined ? null : (versions.get(number) ?? null);
    if (changed.number !== undefined) note(versions, changed.number, changed.version ?? {});
    const after = number === undefined ? null : (versions.get(number) ?? null);
    const [from, to] = [state, changed.state];
    state = to ?? state;
    // A snapshot says how the rows stood when the epoch began: nothing happened then.
    if (row.action !== ROW_SNAPSHOT)
      told.push({
        ...{ row, number, before, after, decisionId: changed.decisionId },
        ...{ from: to === from ? undefined : from, to: to === from ? undefined : to },
        bare: event?.v !== 2,
      });
  }
  return told;
}

interface Changed {
  number?: number;
  version?: Partial<ToldVersion>;
  state?: EntryState;
  decisionId?: string;
}

function changesOf(event: LedgerEvent | null): Changed {
  const found: Changed = {};
  if (event?.v !== 2) return found;
  for (const [table, act, key, set] of event.rows) {
    if (table === 'entry' && typeof set['state'] === 'string') found.state = set['state'] as EntryState;
    if (table === 'decision') found.decisionId = String(key['id']);
    if (table !== 'entry_version' || act === 'remove') continue;
    found.number = Number(key['number']);
    found.version = set as Partial<ToldVersion>;
  }
  return found;
}

/** Notes what was set of a version; one whose content the log has not told yet stays unknown. */
function note(versions: Map<number, ToldVersion>, number: number, set: Partial<ToldVersion>): void {
  const known = versions.get(number);
  const content = set.content ?? known?.content;
  if (!content) return;
  const submittedAt = set.submittedAt === undefined ? (known?.submittedAt ?? null) : set.submittedAt;
  versions.set(number, { number, content, submittedAt });
}

function numberIn(event: LedgerEvent | null): number | undefined {
  const number = event?.data['number'];
  return typeof number === 'number' ? number : undefined;
}
