import type { NotCounted, RuleBasis, RuleOutcome } from './assessment';
import type { NotCountedReason } from './fact';
import { lazily } from './lazily';
import type { AnyOfRule, BaseSpecialtyRule } from './requirement-set';
import type { AskedBranch } from './rule-parts';

/**
 * Any of several rules: its number is how many of them are met. A fact counts where one of the rules counts it, and does not
 * where none does, for every reason that any of those gives that are about it.
 */
export function anyOfOutcome(rule: AnyOfRule, basis: RuleBasis, parts: readonly RuleOutcome[]): RuleOutcome {
  const value = parts.filter(({ met }) => met).length;
  const counted = union(parts.map((part) => part.counted));
  const counts = new Set(counted);
  const waiting = union(parts.map((part) => part.waiting)).filter((id) => !counts.has(id));
  const notCounted = lazily(() => countedByNone(parts, counts));
  const grounds = parts.flatMap((part) => part.grounds ?? []);
  return {
    ...{ basis, rule, value, need: rule.need, met: value >= rule.need },
    ...{ counted, waiting, waitingValue: waiting.length },
    get notCounted() {
      return notCounted();
    },
    ...(parts.some((part) => part.grounds !== undefined) ? { grounds } : {}),
    parts,
  };
}

/**
 * What the rule says that is asked of the fellow. Where none is, because the base specialty has none, it is met; where
 * nobody recorded the base specialty it is not.
 */
export function baseSpecialtyOutcome(
  rule: BaseSpecialtyRule,
  basis: RuleBasis,
  { branch, asked }: { readonly branch: AskedBranch; readonly asked: RuleOutcome | null },
): RuleOutcome {
  if (asked === null) {
    const isUnknown = branch === 'unknown';
    const number = { value: 0, need: isUnknown ? 1 : 0, met: !isUnknown };
    const nothing = { counted: [], waiting: [], waitingValue: 0, notCounted: [], grounds: [], parts: [] };
    return { basis, rule, ...number, ...nothing, branch };
  }
  const { parts: _parts, basis: _basis, rule: _rule, ...said } = Object.getOwnPropertyDescriptors(asked);
  // As it is, so that what does not count is still put together only when it is read.
  return Object.defineProperties({ basis, rule, parts: [asked], branch }, said) as unknown as RuleOutcome;
}

/**
 * The first count that is asked of a fellow, which is the volume that a dashboard shows: also the one that is asked because
 * of the base specialty.
 */
export function volumeOutcome(outcomes: readonly RuleOutcome[]): RuleOutcome | undefined {
  return outcomes
    .map((outcome) => (outcome.rule.kind === 'base-specialty' ? (outcome.parts?.[0] ?? outcome) : outcome))
    .find(({ rule }) => rule.kind === 'count');
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

function countedByNone(parts: readonly RuleOutcome[], counts: ReadonlySet<string>): readonly NotCounted[] {
  const reasons = new Map<string, Set<NotCountedReason>>();
  const about = new Set<string>();
  for (const one of parts.flatMap((part) => part.notCounted)) {
    if (counts.has(one.id)) continue;
    const known = reasons.get(one.id) ?? new Set<NotCountedReason>();
    reasons.set(one.id, known);
    if (!one.reasons.includes('other-procedure')) about.add(one.id);
    for (const reason of one.reasons) known.add(reason);
  }
  return [...reasons].map(([id, given]) => {
    if (about.has(id)) given.delete('other-procedure');
    return { id, reasons: [...given] };
  });
}
