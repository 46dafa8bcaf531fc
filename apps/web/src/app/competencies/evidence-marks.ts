import { restsOnRatings, type NotCountedReason } from '@countersign/domain/competency';
import type { EntryLineView } from '@countersign/contracts/entries/views';
import type { EvidenceLineView, RuleEvidenceView } from '@countersign/contracts/competencies/views';

/** What a rule makes of an entry. */
export type MarkState = 'counts' | 'waits' | 'not';

/** The mark of one rule on an entry. */
export interface EvidenceMark {
  /** Position of the rule, from 0. */
  readonly rule: number;
  readonly state: MarkState;
  /** What the entry adds to the number of the rule. */
  readonly counts: number;
  /** Why it does not count. */
  readonly reasons: readonly NotCountedReason[];
}

/** An entry with what every rule makes of it. */
export interface EvidenceRow {
  readonly entry: EntryLineView;
  /** In the order of the rules; a rule that is not about the entry has none. */
  readonly marks: readonly EvidenceMark[];
  /** Whether any rule counts it, else whether it waits. */
  readonly state: MarkState;
  /** A rule about ratings is not met because of it. */
  readonly fails: boolean;
}

/**
 * The entries behind the rules of a competency as one list: each once, with a mark for each rule. First those by which a
 * rule about ratings fails, then the newest.
 */
export function evidenceRows(rules: readonly RuleEvidenceView[]): readonly EvidenceRow[] {
  const rows = new Map<string, { entry: EntryLineView; marks: Map<number, EvidenceMark> }>();
  const put = (rule: number, state: MarkState, { entry, counts, reasons }: EvidenceLineView): void => {
    const row = rows.get(entry.id) ?? { entry, marks: new Map<number, EvidenceMark>() };
    rows.set(entry.id, row);
    const before = row.marks.get(rule);
    row.marks.set(
      rule,
      before ? together(before, { rule, state, counts, reasons }) : { rule, state, counts, reasons },
    );
  };
  for (const { index, counted, waitingEntries, notCounted } of rules) {
    for (const line of counted) put(index, 'counts', line);
    for (const line of waitingEntries) put(index, 'waits', line);
    for (const line of notCounted) put(index, 'not', line);
  }
  const failing = new Set(
    rules.filter(({ rule, met }) => !met && restsOnRatings(rule)).map(({ index }) => index),
  );
  return [...rows.values()]
    .map(({ entry, marks }) => rowOf(entry, [...marks.values()], failing))
    .sort(
      (one, other) =>
        Number(other.fails) - Number(one.fails) ||
        other.entry.performedOn.localeCompare(one.entry.performedOn) ||
        other.entry.id.localeCompare(one.entry.id),
    );
}

/** Two procedures of one entry: what counts adds up, and why another does not count is then no matter. */
function together(one: EvidenceMark, other: EvidenceMark): EvidenceMark {
  const states: readonly MarkState[] = ['counts', 'waits', 'not'];
  const state = states.find((wanted) => one.state === wanted || other.state === wanted) ?? 'not';
  const both = [one, other].filter((mark) => mark.state === state);
  return {
    ...{ rule: one.rule, state },
    counts: both.reduce((sum, { counts }) => sum + counts, 0),
    reasons: [...new Set(both.flatMap(({ reasons }) => reasons))],
  };
}

function rowOf(
  entry: EntryLineView,
  marks: readonly EvidenceMark[],
  failing: ReadonlySet<number>,
): EvidenceRow {
  const has = (wanted: MarkState) => marks.some(({ state }) => state === wanted);
  return {
    entry,
    marks,
    state: has('counts') ? 'counts' : has('waits') ? 'waits' : 'not',
    fails: marks.some(({ rule, reasons }) => failing.has(rule) && reasons.includes('help-below')),
  };
}
