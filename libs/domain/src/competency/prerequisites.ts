import { refused } from '../refusal';
import type { Refused } from '../refusal';
import type { Competency } from './requirement-set';
import { leavesOf } from './rule-parts';

/**
 * Whether every competency that comes first exists and none waits for itself.
 * Codes: `requirement/competency-unknown`, `requirement/competency-cycle`.
 */
export function checkPrerequisites(competencies: readonly Competency[]): Refused[] {
  const first = new Map(
    competencies.map((competency) => [
      competency.id,
      prerequisitesOf(competency).map(({ competencyId }) => competencyId),
    ]),
  );
  return competencies.flatMap((competency, index) => [
    ...prerequisitesOf(competency).flatMap(({ competencyId, pointer }) =>
      first.has(competencyId)
        ? []
        : [refused('requirement/competency-unknown', `/competencies/${index}${pointer}/competencyId`)],
    ),
    ...(waitsForItself(competency.id, first)
      ? [refused('requirement/competency-cycle', `/competencies/${index}/rules`)]
      : []),
  ]);
}

/** The competencies that come first, each with the place of the rule that asks for it, below the competency. */
function prerequisitesOf({ rules }: Competency): { competencyId: string; pointer: string }[] {
  return rules.flatMap((rule, index) =>
    leavesOf(rule).flatMap(({ rule: leaf, pointer }) =>
      leaf.kind === 'other-competency'
        ? [{ competencyId: leaf.competencyId, pointer: `/rules/${index}${pointer}` }]
        : [],
    ),
  );
}

function waitsForItself(id: string, first: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>(first.get(id));
  // A set hands out what is added while it is read, so this walks everything that can be reached.
  for (const reached of seen) first.get(reached)?.forEach((next) => seen.add(next));
  return seen.has(id);
}
