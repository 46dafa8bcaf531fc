import { refused } from '../refusal';
import type { Refused } from '../refusal';
import { checkRule, checkWindow } from './check-rule';
import { checkPrerequisites } from './prerequisites';
import type { Competency } from './requirement-set';
import { askedOf } from './rule-parts';

/**
 * Everything that keeps competencies from being assessed, with JSON pointers into the set. Their form must have been
 * checked before. Codes besides those of `checkRule` and `checkPrerequisites`: `requirement/competency-twice`,
 * `requirement/about-empty`, `requirement/list-empty`, `requirement/rules-missing`, `requirement/window-impossible`.
 */
export function checkCompetencies(competencies: readonly Competency[]): Refused[] {
  return [
    ...checkIds(competencies),
    ...competencies.flatMap((competency, index) => checkCompetency(competency, `/competencies/${index}`)),
    ...checkPrerequisites(competencies),
  ];
}

function checkIds(competencies: readonly Competency[]): Refused[] {
  const seen = new Set<string>();
  return competencies.flatMap(({ id }, index) => {
    if (seen.has(id)) return [refused('requirement/competency-twice', `/competencies/${index}/id`)];
    seen.add(id);
    return [];
  });
}

function checkCompetency({ about, rules, lapseMonths }: Competency, at: string): Refused[] {
  return [
    ...(about.items === undefined && about.groups === undefined
      ? [refused('requirement/about-empty', `${at}/about`)]
      : []),
    ...(['items', 'groups'] as const)
      .filter((name) => about[name]?.length === 0)
      .map((name) => refused('requirement/list-empty', `${at}/about/${name}`)),
    // Without a rule nothing would stand against it: every one of none is met.
    ...(rules.length === 0 ? [refused('requirement/rules-missing', `${at}/rules`)] : []),
    ...rules.flatMap((rule, index) => checkRule(rule, `${at}/rules/${index}`)),
    ...checkWindow(lapseMonths, `${at}/lapseMonths`),
  ];
}

/**
 * `requirement/asks-nothing` where every rule asks nothing of fellows of some base specialty: they would meet the competency
 * with nothing done.
 */
export function checkAsksEverybody(rules: Competency['rules'], at: string): Refused[] {
  const named = rules.flatMap((rule) => (rule.kind === 'base-specialty' ? rule.specialties : []));
  if (named.length === 0) return [];
  const unlisted = `none of ${named.join(' ')}`;
  const left = [...named, unlisted].find(
    (specialty) => specialty.trim() !== '' && rules.every((rule) => askedOf(rule, specialty) === null),
  );
  if (left === undefined) return [];
  return [refused('requirement/asks-nothing', at, left === unlisted ? {} : { specialty: left })];
}
