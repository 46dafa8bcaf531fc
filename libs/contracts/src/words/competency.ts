import type { CompetenceStateName, CompetenceView, RuleView } from '../dashboards/views';
import { counted, percent } from './count';

/** The word beside the competence shape, never a verdict. */
export const competenceWords: Readonly<Record<CompetenceStateName, string>> = {
  none: 'not judged yet',
  insufficient: 'too few to say',
  learning: 'learning',
  competent: 'at standard',
  concern_low: 'worth a look',
  concern_drift: 'worth a look',
  concern_relapse: 'worth a look',
};

/**
 * What the competence light rests on. Below ten judged cases there is no rate and no chance, only the count; readers who
 * may not read ratings are told the count alone.
 */
export function competenceInWords({ n, successes, pAtLeastTarget, target }: CompetenceView): string {
  if (n === 0) return 'no judged case yet';
  const cases = counted(n, 'judged case', 'judged cases');
  if (successes === undefined) return cases;
  if (pAtLeastTarget === undefined) return `${cases}, too few to say more`;
  const chance = chanceInWords(pAtLeastTarget);
  return `${successes} of ${cases} went well; it is ${chance} that the rate is now at least ${percent(target)}`;
}

/** A probability in words, so that two decimals do not pretend to more than they know. */
function chanceInWords(p: number): string {
  if (p >= 0.95) return 'very likely';
  if (p >= 0.8) return 'likely';
  if (p >= 0.5) return 'more likely than not';
  return p >= 0.2 ? 'less likely' : 'unlikely';
}

/** `4 rules, 3 met`. */
export function rulesInWords(rules: readonly Pick<RuleView, 'met'>[]): string {
  return `${counted(rules.length, 'rule', 'rules')}, ${rules.filter(({ met }) => met).length} met`;
}
