import type {
  CompetenceView,
  CompetencyProgressView,
  RuleView,
} from '@countersign/contracts/dashboards/views';
import { counted } from '../platform/words';

/** A probability in words, so that two decimals do not pretend to more than they know. */
function chanceInWords(p: number): string {
  if (p >= 0.95) return 'very likely';
  if (p >= 0.8) return 'likely';
  if (p >= 0.5) return 'more likely than not';
  return p >= 0.2 ? 'less likely' : 'unlikely';
}

/**
 * What the competence light rests on. Below ten judged cases there is no rate and no chance, only the count; readers who
 * may not read ratings are told the count alone.
 */
export function competenceInWords({ n, successes, pAtLeastTarget, target }: CompetenceView): string {
  if (n === 0) return 'no judged case yet';
  const cases = `${n} judged ${n === 1 ? 'case' : 'cases'}`;
  if (successes === undefined) return cases;
  if (pAtLeastTarget === undefined) return `${cases}, too few to say more`;
  const chance = chanceInWords(pAtLeastTarget);
  return `${successes} of ${cases} went well; it is ${chance} that the rate is now at least ${Math.round(target * 100)} %`;
}

/** Not met before met, else the order of the requirement set. */
export function openFirst(
  competencies: readonly CompetencyProgressView[],
): readonly CompetencyProgressView[] {
  return competencies.toSorted((one, other) => Number(one.met) - Number(other.met));
}

/** `4 rules, 3 met`. */
export function rulesInWords(rules: readonly Pick<RuleView, 'met'>[]): string {
  return `${counted(rules.length, 'rule', 'rules')}, ${rules.filter(({ met }) => met).length} met`;
}
