import { judgedCases, type Competency, type OutcomeFact } from '@countersign/domain/competency';
import { competenceState, defaultCompetenceRule } from '@countersign/domain/statistics';
import type { CompetenceView } from '@countersign/contracts/dashboards/views';

/** Adequate and inadequate failure rates, until a program sets its own per procedure. */
const rates = { adequate: 0.1, inadequate: 0.3 };
const rule = defaultCompetenceRule(rates);

/** What the competence light means, printed beside it wherever it is shown. */
export const competenceRuleText =
  'A judged case is an approved, rated case in a patient that the fellow performed in whole or in part. It went well at ' +
  'help 4 or 5 unless the supervisor took over. At standard: a learning-curve chart (LC-CUSUM) that tells 10 % from 30 % ' +
  'cases not going well, with a 5 % chance of a false signal in 50 cases, has signaled, and recent cases agree. ' +
  'Nothing is said below 10 cases. Default rates, not yet set by the program.';

/**
 * The competence light of one fellow in one competency, from the facts of that fellow. Whoever may not read ratings sees
 * the state, and not the numbers from which single ratings could be told.
 */
export function competenceLight(
  about: Competency['about'],
  { facts, readsRatings }: { readonly facts: readonly OutcomeFact[]; readonly readsRatings: boolean },
): CompetenceView {
  const failures = judgedCases(about, facts);
  const n = failures.length;
  const light = { n, target: rule.targetRate };
  const successes = readsRatings ? { successes: failures.filter((failure) => failure === 0).length } : {};
  if (n === 0) return { ...light, ...successes, state: 'none' };
  const { state, probabilityOfTarget } = competenceState({ failures }, rule);
  const tells = readsRatings && n >= rule.fewestCases;
  return { ...light, ...successes, state, ...(tells ? { pAtLeastTarget: probabilityOfTarget } : {}) };
}
