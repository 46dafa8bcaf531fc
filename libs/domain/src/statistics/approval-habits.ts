import { median } from './median';

/** Decisions with at most this long between them belong to one sitting, ms. */
export const SITTING_MS = 600_000;

/** Below so many cases a number tells little and is shown as such. */
export const FEW_DECISIONS = 10;

/** A decision of a supervisor that stands. */
export interface HabitDecision {
  readonly kind: 'approved' | 'returned';
  /** UTC instant, ms. */
  readonly at: number;
  /** When the version was sent that it answers, UTC instant, ms. */
  readonly submittedAt: number;
  /** Role or supervision level was set right with it. */
  readonly corrected: boolean;
  /** The act by which several entries were approved; null for a decision by itself. */
  readonly batchId: string | null;
}

/** A middle value with how many it rests on; null where there is none. */
export interface MiddleOf {
  readonly median: number | null;
  readonly n: number;
}

/** How somebody decides, in numbers that are the same for everybody and rank nobody. */
export interface ApprovalHabits {
  readonly decided: number;
  readonly approved: number;
  readonly returned: number;
  /** Approvals that set something right. */
  readonly corrected: number;
  /** Entries of a batch; `n` batches, of which the largest has `largest` entries, 0 where there is none. */
  readonly batchSize: MiddleOf & { readonly largest: number };
  /**
   * Seconds an entry: from the act before to this one where that is no longer ago than {@link SITTING_MS}, shared among
   * the entries of a batch. What was read before the first act of a sitting is not known, so that this one is left out.
   */
  readonly secondsAnEntry: MiddleOf;
  /** Days from sending to approval; a clock that went back counts as none. */
  readonly daysToApproval: MiddleOf;
}

interface Act {
  readonly at: number;
  readonly entries: number;
}

const DAY_MS = 86_400_000;

/** The habits behind the decisions of one supervisor, in any order; the act of a batch is one whatever its entries are. */
export function approvalHabits(decisions: readonly HabitDecision[]): ApprovalHabits {
  const approvals = decisions.filter(({ kind }) => kind === 'approved');
  const acts = actsOf(decisions);
  const batches = acts.batches.map(({ entries }) => entries);
  const seconds = paceOf([...acts.batches, ...acts.single]);
  const days = approvals.map(({ at, submittedAt }) => Math.max(0, at - submittedAt) / DAY_MS);
  return {
    decided: decisions.length,
    approved: approvals.length,
    returned: decisions.length - approvals.length,
    corrected: approvals.filter(({ corrected }) => corrected).length,
    batchSize: { ...middleOf(batches), largest: Math.max(0, ...batches) },
    secondsAnEntry: middleOf(seconds),
    daysToApproval: middleOf(days),
  };
}

function actsOf(decisions: readonly HabitDecision[]): { readonly batches: Act[]; readonly single: Act[] } {
  const batches = new Map<string, Act>();
  const single: Act[] = [];
  for (const { batchId, at } of decisions) {
    if (batchId === null) single.push({ at, entries: 1 });
    else batches.set(batchId, { at, entries: (batches.get(batchId)?.entries ?? 0) + 1 });
  }
  return { batches: [...batches.values()], single };
}

/** For each entry the seconds that its act took, where the act before is near enough to tell. */
function paceOf(acts: readonly Act[]): number[] {
  const inOrder = [...acts].sort((one, other) => one.at - other.at);
  return inOrder.flatMap(({ at, entries }, place) => {
    const before = inOrder[place - 1];
    if (before === undefined || at - before.at > SITTING_MS) return [];
    const seconds = (at - before.at) / 1000 / entries;
    return Array.from({ length: entries }, () => seconds);
  });
}

function middleOf(values: readonly number[]): MiddleOf {
  return { median: values.length === 0 ? null : median(values), n: values.length };
}
