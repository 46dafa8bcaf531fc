import { judgedCases, WELL_AT_HELP, type Competency, type Fact } from '@countersign/domain/competency';
import {
  competenceState,
  DEFAULT_COMPETENCE_PROMISE,
  defaultCompetenceRule,
} from '@countersign/domain/statistics';
import type { CompetenceRuleView, CompetenceView } from '@countersign/contracts/competencies/views';

/** Adequate and inadequate failure rates, until a program sets its own per procedure. */
const rates = { adequate: 0.1, inadequate: 0.3 };
const rule = defaultCompetenceRule(rates);

/** By which numbers the competence light is made. */
export const competenceRule: CompetenceRuleView = {
  wellAtHelp: WELL_AT_HELP,
  adequateFailureRate: rates.adequate,
  inadequateFailureRate: rates.inadequate,
  falseSignal: DEFAULT_COMPETENCE_PROMISE.falseCompetenceTarget,
  horizon: DEFAULT_COMPETENCE_PROMISE.horizon,
  fewestCases: rule.fewestCases,
  setByProgram: false,
};

/**
 * The competence light of one fellow in one competency, from the facts of that fellow. Whoever may not read ratings sees
 * the state, and not the numbers from which single ratings could be told.
 */
export function competenceLight(
  about: Competency['about'],
  { facts, readsRatings }: { readonly facts: readonly Fact[]; readonly readsRatings: boolean },
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
