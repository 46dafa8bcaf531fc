import { canonicalJson, type JsonValue } from '../ledger/canonical-json';
import type { SetMapping } from './carry-over';
import type { Competency, RequirementSet, Rule } from './requirement-set';

/** What became of a rule or a competency from one version to the next. */
export type Difference = 'added' | 'removed' | 'changed' | 'same';

/** One rule of both versions; a side is null where the rule is not there. */
export interface RuleDifference {
  readonly difference: Difference;
  readonly before: Rule | null;
  readonly after: Rule | null;
}

/** One competency of both versions. */
export interface CompetencyDifference {
  readonly difference: Difference;
  readonly before: Competency | null;
  readonly after: Competency | null;
  /** In the order of the new version, what was taken out last. */
  readonly rules: readonly RuleDifference[];
}

/**
 * What a new version says otherwise, competency by competency and rule by rule: those of the new version in their order, each
 * beside the first old one that it continues, then the old ones that nothing continues. Without an old version everything
 * is added.
 */
export function setDifferences(
  before: RequirementSet | null,
  after: RequirementSet,
  mapping: SetMapping,
): readonly CompetencyDifference[] {
  const old = new Map(before?.competencies.map((competency) => [competency.id, competency]));
  const continued = new Set(mapping.map(({ from }) => from));
  return [
    ...after.competencies.map((competency) => {
      const from = mapping.find(({ to }) => to === competency.id)?.from;
      return differenceOf((from === undefined ? undefined : old.get(from)) ?? null, competency);
    }),
    ...[...old.values()].filter(({ id }) => !continued.has(id)).map((gone) => differenceOf(gone, null)),
  ];
}

/** Each competency continues the one of the same id: what a mapping is unless a person says otherwise. */
export function mappingById(before: RequirementSet | null, after: RequirementSet): SetMapping {
  const old = new Set(before?.competencies.map(({ id }) => id));
  return after.competencies.filter(({ id }) => old.has(id)).map(({ id }) => ({ from: id, to: id }));
}

function differenceOf(before: Competency | null, after: Competency | null): CompetencyDifference {
  const rules = ruleDifferences(before?.rules ?? [], after?.rules ?? []);
  if (before === null || after === null)
    return { difference: before === null ? 'added' : 'removed', before, after, rules };
  return { difference: isSame(before, after) ? 'same' : 'changed', before, after, rules };
}

/** A rule stands beside its equal, else beside the first of its kind that is left. */
function ruleDifferences(before: readonly Rule[], after: readonly Rule[]): RuleDifference[] {
  const left = [...before];
  const take = (fits: (rule: Rule) => boolean): Rule | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const equals = after.map((rule) => take((old) => isSame(old, rule)));
  const found = after.map((rule, index): RuleDifference => {
    const equal = equals[index] ?? null;
    if (equal !== null) return { difference: 'same', before: equal, after: rule };
    const old = take(({ kind }) => kind === rule.kind);
    return { difference: old === null ? 'added' : 'changed', before: old, after: rule };
  });
  return [...found, ...left.map((old) => ({ difference: 'removed' as const, before: old, after: null }))];
}

function isSame(one: object, other: object): boolean {
  return canonicalJson(one as JsonValue) === canonicalJson(other as JsonValue);
}
