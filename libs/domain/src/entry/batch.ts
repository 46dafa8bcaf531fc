import { procedureRoles, type ProcedureRole } from '../catalogue';
import { refused, type Refused } from '../refusal';
import type { DraftContent } from './entry';

/** Most entries that one act may approve. */
export const BATCH_MAX = 25;

/** Why an entry cannot be approved together with others and has to be opened by itself, in the order in which it is told. */
export const pullReasons = [
  'sent-again',
  'first-of-its-kind',
  'role-jump',
  'unusual-role',
  'complication',
  'unusual-outcome',
  'late',
  'simulation',
] as const;
/** One of {@link pullReasons}. */
export type PullReason = (typeof pullReasons)[number];

/** An entry that waits for approval, with what is usual for its fellow. */
export interface BatchEntry {
  readonly id: string;
  readonly fellowId: string;
  /** The supervisor whose decision it waits for, whoever stands in. */
  readonly supervisorId: string;
  readonly content: Pick<DraftContent, 'procedures' | 'simulation'>;
  /** It was first sent after the program's limit. */
  readonly late: boolean;
  /** An earlier version was decided on: what the fellow changed since is looked at by itself. */
  readonly sentAgain: boolean;
  /** Roles in which this fellow has approved entries so far, by item. */
  readonly approvedRoles: ReadonlyMap<string, readonly ProcedureRole[]>;
  /** Usual roles of a fellow by item, from the edition of the catalogue that the content names; every role otherwise. */
  readonly usualRoles: ReadonlyMap<string, readonly ProcedureRole[]>;
}

/** A queue in batches of like with like, and what has to be looked at by itself. */
export interface BatchPlan {
  readonly batches: readonly (readonly BatchEntry[])[];
  readonly pulled: readonly { readonly entry: BatchEntry; readonly reasons: readonly PullReason[] }[];
}

/** Everything that is unusual about an entry for its fellow; empty when it may be approved with others like it. */
export function reasonsToPull(entry: BatchEntry): PullReason[] {
  const { procedures, simulation } = entry.content;
  const unusual: Record<PullReason, boolean> = {
    'sent-again': entry.sentAgain,
    'first-of-its-kind': procedures.some(({ itemId }) => rolesSoFar(entry, itemId).length === 0),
    'role-jump': procedures.some(({ itemId, role }) => isJump(role, rolesSoFar(entry, itemId))),
    'unusual-role': procedures.some(
      ({ itemId, role }) =>
        role !== undefined && !(entry.usualRoles.get(itemId) ?? procedureRoles).includes(role),
    ),
    complication: procedures.some(({ complications }) => complications.some((id) => id !== 'none')),
    'unusual-outcome': procedures.some(({ outcome }) => outcome !== undefined && outcome !== 'success'),
    late: entry.late,
    simulation,
  };
  return pullReasons.filter((reason) => unusual[reason]);
}

function rolesSoFar(entry: BatchEntry, itemId: string): readonly ProcedureRole[] {
  return entry.approvedRoles.get(itemId) ?? [];
}

/** A greater part than the fellow ever had in this item. The first of its kind is a reason of its own. */
function isJump(role: ProcedureRole | undefined, soFar: readonly ProcedureRole[]): boolean {
  if (role === undefined) return false;
  const rank = procedureRoles.indexOf(role);
  return soFar.length > 0 && soFar.every((earlier) => procedureRoles.indexOf(earlier) < rank);
}

/** Entries with the same key are alike: the same fellow and supervisor, the same items, each in the same role and supervision. */
export function batchKey(entry: Pick<BatchEntry, 'fellowId' | 'supervisorId' | 'content'>): string {
  const parts = entry.content.procedures.map(({ itemId, role, supervision }) =>
    [itemId, role, supervision].join(' '),
  );
  return [entry.fellowId, entry.supervisorId, ...parts.sort()].join(' | ');
}

/** Sorts a queue into batches of like with like, each in the order of the queue and of at most {@link BATCH_MAX}. */
export function formBatches(queue: readonly BatchEntry[]): BatchPlan {
  const pulled: { entry: BatchEntry; reasons: PullReason[] }[] = [];
  const open = new Map<string, BatchEntry[]>();
  const batches: BatchEntry[][] = [];
  for (const entry of queue) {
    const reasons = reasonsToPull(entry);
    if (reasons.length > 0) {
      pulled.push({ entry, reasons });
      continue;
    }
    const key = batchKey(entry);
    const batch = open.get(key);
    if (batch !== undefined && batch.length < BATCH_MAX) {
      batch.push(entry);
      continue;
    }
    const started = [entry];
    open.set(key, started);
    batches.push(started);
  }
  return { batches, pulled };
}

/**
 * Whether these entries may be approved by one act; each still gets its own signature. Refusals: `batch/empty`,
 * `batch/too-large` (detail: max), `batch/not-alike`, and for each entry at its place `batch/pulled` (detail: reason) or
 * `batch/repeated`.
 */
export function checkBatch(entries: readonly BatchEntry[]): Refused[] {
  if (entries.length === 0) return [refused('batch/empty')];
  const problems: Refused[] = [];
  if (entries.length > BATCH_MAX) problems.push(refused('batch/too-large', undefined, { max: BATCH_MAX }));
  if (new Set(entries.map(batchKey)).size > 1) problems.push(refused('batch/not-alike'));
  const ids = entries.map(({ id }) => id);
  entries.forEach((entry, position) => {
    if (ids.indexOf(entry.id) < position) problems.push(refused('batch/repeated', `/entries/${position}`));
    for (const reason of reasonsToPull(entry)) {
      problems.push(refused('batch/pulled', `/entries/${position}`, { reason }));
    }
  });
  return problems;
}
