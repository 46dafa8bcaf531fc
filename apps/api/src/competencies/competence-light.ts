import type { CatalogueIndex } from '@countersign/domain/catalogue';
import {
  hasChart,
  judgedCases,
  WELL_AT_HELP,
  type Competency,
  type Fact,
} from '@countersign/domain/competency';
import {
  competenceState,
  DEFAULT_COMPETENCE_PROMISE,
  DEFAULT_FAILURE_RATES,
  defaultCompetenceRule,
  operatingCharacteristics,
  type CompetenceAssessment,
} from '@countersign/domain/statistics';
import type { CompetenceRuleView, CompetenceView } from '@countersign/contracts/competencies/views';

/** Adequate and inadequate failure rates, until a program sets its own per procedure. */
const rates = DEFAULT_FAILURE_RATES;
const rule = defaultCompetenceRule(rates);
const { horizon } = DEFAULT_COMPETENCE_PROMISE;

/** By which numbers the competence light is made. */
export const competenceRule: CompetenceRuleView = {
  wellAtHelp: WELL_AT_HELP,
  adequateFailureRate: rates.adequate,
  inadequateFailureRate: rates.inadequate,
  falseSignal: DEFAULT_COMPETENCE_PROMISE.falseCompetenceTarget,
  horizon,
  fewestCases: rule.fewestCases,
  operating: operatingCharacteristics(rule, {
    failureRates: [rates.adequate, (rates.adequate + rates.inadequate) / 2, rates.inadequate],
    horizon,
  }),
  setByProgram: false,
};

/**
 * The competence light of one fellow in one competency, from the facts of that fellow. Whoever may not read ratings sees
 * the state, and not the numbers from which single ratings could be told.
 */
export function competenceLight(
  about: Competency['about'],
  {
    facts,
    readsRatings,
    catalogue,
  }: {
    readonly facts: readonly Fact[];
    readonly readsRatings: boolean;
    readonly catalogue: Pick<CatalogueIndex, 'catalogue'>;
  },
): CompetenceView {
  const target = rule.targetRate;
  if (!hasChart(about, catalogue.catalogue)) return { n: 0, target, state: 'not-charted' };
  const failures = judgedCases(about, facts);
  const n = failures.length;
  const light = { n, target };
  const successes = readsRatings ? { successes: failures.filter((failure) => failure === 0).length } : {};
  if (n === 0) return { ...light, ...successes, state: 'none' };
  const assessed = competenceState({ failures }, rule);
  const tells = readsRatings && n >= rule.fewestCases;
  return { ...light, ...successes, state: assessed.state, ...(tells ? toldOf(assessed, failures) : {}) };
}

function toldOf(
  { probabilityOfTarget, lcSignalCase, alarmCase }: CompetenceAssessment,
  failures: readonly (0 | 1)[],
): Partial<CompetenceView> {
  const since = lcSignalCase === null ? [] : failures.slice(lcSignalCase);
  return {
    pAtLeastTarget: probabilityOfTarget,
    ...(lcSignalCase === null
      ? {}
      : { signalCase: lcSignalCase, failuresSince: since.filter((failure) => failure === 1).length }),
    ...(alarmCase === null ? {} : { alarmCase }),
  };
}
