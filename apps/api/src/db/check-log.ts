import type { EntityManager } from 'typeorm';
import {
  Replay,
  verifyLog,
  type LedgerEvent,
  type LogReport,
  type NoteKey,
  type StoredEvent,
  type Verify,
} from '@countersign/domain/ledger';
import { DomainError } from '@countersign/domain/refusal';
import { CheckpointRow } from './checkpoint.row';
import { instantOf } from './columns';
import { LogHeadRow } from './event.row';
import { rowDifferences, type RowDifference } from './row-differences';
import { sha256 } from './salt';

/** Commands that run at once are recorded in the order in which they end, each with the time at which it began. */
const AT_ONCE_MS = 60_000;

/** Events read at a time. */
const PAGE = 1000;

/** What a log is held against besides its own hashes. */
export interface LogTrust {
  /** Keys that sign its checkpoints, by the origins as names. */
  readonly keys: readonly NoteKey[];
  readonly origins: readonly string[];
  /** Signed checkpoints that are kept with it and believed; of the others the root counts, without signature. */
  readonly kept: readonly string[];
  /** Signed checkpoints that were held outside of the system. */
  readonly heldOutside: readonly string[];
  readonly verify: Verify;
}

const nobody: Omit<LogTrust, 'origins'> = { keys: [], kept: [], heldOutside: [], verify: () => false };

/** What a log was found to be. */
export interface LogCheck {
  readonly report: LogReport;
  /** Rows that are not as the log says: somebody changed them past the log. */
  readonly differences: readonly RowDifference[];
  /** Events whose rows cannot follow from those before them. */
  readonly impossible: readonly string[];
  /** Numbers of events that were written while the clock stood earlier than at the one before: no fault of the log. */
  readonly clockBack: readonly number[];
}

/**
 * Verifies one log as `verifyLog` does, against the checkpoints that are kept with it and those that it is given, replays
 * it, and compares what comes of it with every row of its tables. Volatile columns and derived tables are left out, as
 * each table declares.
 */
export async function checkLog(
  manager: EntityManager,
  logId: string,
  trust: LogTrust = { ...nobody, origins: [logId] },
): Promise<LogCheck> {
  const replay = new Replay();
  const impossible: string[] = [];
  const clockBack: number[] = [];
  let before = 0;
  const read = ({ seq, at, body }: StoredEvent): void => {
    if (at < before - AT_ONCE_MS) clockBack.push(seq);
    before = at;
    try {
      if (body !== null) replay.apply(JSON.parse(body) as LedgerEvent);
    } catch (error) {
      impossible.push(error instanceof DomainError ? error.message : 'an event cannot be read');
    }
  };
  const head = await manager.findOneBy(LogHeadRow, { logId });
  const kept = await manager.find(CheckpointRow, {
    select: { size: true, root: true },
    where: { logId },
    order: { size: 'ASC' },
  });
  const keptHeads = kept.map(({ size, root }) => ({ size, root: Buffer.from(root, 'hex') }));
  const { verify, ...notes } = trust;
  const log = {
    logId,
    ...notes,
    keptHeads,
    events: eventsOf(manager, logId, read),
    ...(head ? { head } : {}),
  };
  const report = await verifyLog(log, { sha256, verify });
  // Before its second epoch a log does not tell what is in the tables.
  const differences = head?.epochSeq ? await rowDifferences(manager, logId, replay.tables) : [];
  return { report, differences, impossible, clockBack };
}

/** The events of a log as they are stored, page by page; each is shown to whoever reads along. */
export async function* eventsOf(
  manager: EntityManager,
  logId: string,
  read: (event: StoredEvent) => void = () => undefined,
): AsyncGenerator<StoredEvent> {
  // TypeORM's rows cost more than all the hashing.
  const statement = `SELECT seq, at, actorId, action, object, body, leaf, chain FROM event WHERE logId = ? AND seq > ? ORDER BY seq LIMIT ${PAGE}`;
  for (let seq = -1; ;) {
    const page = await manager.query<RawEvent[]>(statement, [logId, seq]);
    for (const { at, ...row } of page) {
      const event = { ...row, at: instantOf(at) };
      read(event);
      yield event;
    }
    seq = page.at(-1)?.seq ?? seq;
    if (page.length < PAGE) return;
  }
}

type RawEvent = Omit<StoredEvent, 'at'> & { readonly at: Date | string };
