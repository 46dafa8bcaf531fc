import { hexOf } from './bytes';
import type { Checking } from './crypto-functions';
import { firstChainHash } from './event-hash';
import type { CheckpointFault, CheckpointPlace, LogFinding } from './log-finding';
import { LogHistory, type RedactedEvent } from './log-history';
import { frontierRoot, withLeaf, type Frontier } from './merkle-frontier';
import { identified, type NoteKey } from './note-key';
import { checkNoteUnder } from './signed-note';
import type { TreeHead } from './check-tree-proof';
import { checkStoredEvent, type StoredEvent } from './stored-event';

/** So many findings are listed; the rest of a ruined log is only counted. */
const MAX_LISTED = 1000;

/** A log and what is held about it. */
export interface LogToVerify {
  /** Id of the log, from which its chain begins. */
  readonly logId: string;
  /** Origins of its checkpoints, which are also the names of the keys that sign them; its id unless told otherwise. */
  readonly origins?: readonly string[];
  /** Every event, by `seq`; may come in a stream, of which nothing is kept. */
  readonly events: Iterable<StoredEvent> | AsyncIterable<StoredEvent>;
  /** The stored head: number and chain hash of the newest event. */
  readonly head?: { readonly seq: number; readonly chain: string };
  /** Signed checkpoints that are kept with the log. */
  readonly kept?: readonly string[];
  /** Tree heads that are kept with the log, not signed: whoever changed the log had to think of them too. */
  readonly keptHeads?: readonly TreeHead[];
  /** Signed checkpoints that were held outside of the system: the only defense against one who can rewrite it all. */
  readonly heldOutside?: readonly string[];
  /** The pinned keys of this log, with those that were retired, and those that became known to others and since when. */
  readonly keys: readonly NoteKey[];
}

/** What the verification of a log found. */
export interface LogReport {
  /** Number of events read. */
  readonly size: number;
  /** Root of the tree over them, lower-case hex. */
  readonly root: string;
  /** Chain hash of the last of them, lower-case hex. */
  readonly chain: string;
  /** In the order of the log, then what is missing at its end, then of the checkpoints; the first 1,000. */
  readonly findings: readonly LogFinding[];
  /** Number of all findings; 0 for a log that is as it was written. */
  readonly findingCount: number;
  /** Events that lost their words by a redaction that the log records: no finding. */
  readonly redacted: readonly RedactedEvent[];
}

interface Trusted {
  readonly place: CheckpointPlace;
  readonly checkpoint: TreeHead;
}

/**
 * Verifies a log from its events: numbers, content, chain, epoch, redactions, head, and the tree against every checkpoint
 * given. Time and hashes grow with the number of events, memory only with those that were redacted. A log whose end was cut together with its head, or that was
 * rewritten with all its hashes, shows it only by a checkpoint from before.
 *
 * Whatever is in the rows, the head and the checkpoints ends in a finding. Throws `ledger/impossible-origin` for an id
 * that no log has, and as `checkNote` does for the keys.
 */
export async function verifyLog(log: LogToVerify, by: Checking): Promise<LogReport> {
  const { trusted, faults } = await checkNotes(log, by);
  const wanted = new Set(trusted.map(({ checkpoint }) => checkpoint.size));
  const roots = new Map<number, string>();
  const findings: LogFinding[] = [];
  let findingCount = 0;
  const report = (found: readonly LogFinding[]) => {
    findingCount += found.length;
    findings.push(...found.slice(0, MAX_LISTED - findings.length));
  };
  const history = new LogHistory();
  let frontier: Frontier = [];
  let chain = await firstChainHash(log.logId, by.sha256);
  let [size, seq] = [0, 0];
  if (wanted.has(0)) roots.set(0, hexOf(await frontierRoot(frontier, by.sha256)));
  for await (const row of log.events) {
    if (row.seq !== seq + 1) report([{ code: 'ledger/seq-gap', seq: seq + 1, found: row.seq }]);
    seq = Number.isSafeInteger(row.seq) ? row.seq : seq + 1;
    size += 1;
    const checked = await checkStoredEvent(row, chain, by.sha256);
    report(checked.findings);
    report(history.read(row, checked.event));
    chain = checked.chain;
    frontier = await withLeaf(frontier, checked.leaf, by.sha256);
    if (wanted.has(size)) roots.set(size, hexOf(await frontierRoot(frontier, by.sha256)));
  }
  const end = { seq, chain: hexOf(chain) };
  report(history.end());
  report(headFindings(log.head, end));
  report(faults);
  report(trusted.flatMap((one) => treeFindings(one, roots)));
  const root = hexOf(await frontierRoot(frontier, by.sha256));
  return { size, root, chain: end.chain, findings, findingCount, redacted: history.redacted };
}

async function checkNotes(log: LogToVerify, by: Checking) {
  // A witness may sign too, but only the log's own keys speak for it.
  const pinned = await identified(
    log.keys.map((key) => ({ key })),
    by.sha256,
  );
  const origins = log.origins ?? [log.logId];
  const own = pinned.filter(({ key }) => origins.includes(key.name));
  const notes = [
    ...(log.kept ?? []).map((note, index) => ({ note, place: { list: 'kept', index } as const })),
    ...(log.heldOutside ?? []).map((note, index) => ({
      note,
      place: { list: 'held-outside', index } as const,
    })),
  ];
  const trusted: Trusted[] = (log.keptHeads ?? []).map((head, index) => ({
    place: { list: 'kept', index },
    checkpoint: head,
  }));
  const faults: LogFinding[] = [];
  const fail = (code: CheckpointFault, checkpoint: CheckpointPlace) => faults.push({ code, checkpoint });
  for (const { note, place } of notes) {
    const checked = await checkNoteUnder(own, note, by.verify);
    if (!checked.ok) fail(checked.code, place);
    else if (!origins.includes(checked.value.checkpoint.origin)) fail('ledger/other-log', place);
    else trusted.push({ place, checkpoint: checked.value.checkpoint });
  }
  return { trusted, faults };
}

function headFindings(
  head: LogToVerify['head'],
  end: { readonly seq: number; readonly chain: string },
): readonly LogFinding[] {
  if (!head) return [];
  if (head.seq > end.seq) return [{ code: 'ledger/seq-gap', seq: end.seq + 1, found: null }];
  if (head.seq !== end.seq) return [{ code: 'ledger/seq-gap', seq: head.seq, found: end.seq }];
  if (head.chain === end.chain) return [];
  return [{ code: 'ledger/chain-breaks', seq: head.seq, stored: head.chain, recomputed: end.chain }];
}

function treeFindings({ place, checkpoint }: Trusted, roots: ReadonlyMap<number, string>) {
  const { size } = checkpoint;
  const [signed, recomputed] = [hexOf(checkpoint.root), roots.get(size) ?? null];
  if (signed === recomputed) return [];
  const code = place.list === 'kept' ? 'ledger/root-differs' : 'ledger/not-consistent';
  return [{ code, size, signed, recomputed } as const];
}
