import { refused } from '../refusal';
import type { Refused } from '../refusal';
import type { Competency, OtherCompetencyRule } from './requirement-set';

/**
 * Whether every competency that comes first exists and none waits for itself.
 * Codes: `requirement/competency-unknown`, `requirement/competency-cycle`.
 */
export function checkPrerequisites(competencies: readonly Competency[]): Refused[] {
  const first = new Map(competencies.map((competency) => [competency.id, prerequisitesOf(competency)]));
  return competencies.flatMap((competency, index) => [
    ...competency.rules.flatMap((rule, ruleIndex) =>
      rule.kind === 'other-competency' && !first.has(rule.competencyId)
        ? [
            refused(
              'requirement/competency-unknown',
              `/competencies/${index}/rules/${ruleIndex}/competencyId`,
            ),
          ]
        : [],
    ),
    ...(waitsForItself(competency.id, first)
      ? [refused('requirement/competency-cycle', `/competencies/${index}/rules`)]
      : []),
  ]);
}

function prerequisitesOf(competency: Competency): string[] {
  return competency.rules
    .filter((rule): rule is OtherCompetencyRule => rule.kind === 'other-competency')
    .map((rule) => rule.competencyId);
}

function waitsForItself(id: string, first: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>(first.get(id));
  // A set hands out what is added while it is read, so this walks everything that can be reached.
  for (const reached of seen) first.get(reached)?.forEach((next) => seen.add(next));
  return seen.has(id);
}
