import { WELL_AT_HELP } from '@countersign/domain/competency';
import {
  betaPosterior,
  credibleInterval,
  DEFAULT_CHART_DESIGN,
  operatingCharacteristics,
  ruleOfDesign,
  type ChartDesign,
} from '@countersign/domain/statistics';
import type { CompetenceRuleView, CompetenceView } from '@countersign/contracts/competencies/views';
import type { Charted } from './charted';

/** How sure the interval of a rate is. */
const LEVEL = 0.9;

const rulesInUse = new Map<string, CompetenceRuleView>();

/** By which numbers the lights of a design are made; what constant rates would look like is computed once for each. */
export function ruleViewOf(design: ChartDesign): CompetenceRuleView {
  const { adequatePercent, inadequatePercent, horizon, falsePercent } = design;
  const key = [adequatePercent, inadequatePercent, horizon, falsePercent].join('|');
  const known = rulesInUse.get(key);
  if (known) return known;
  const rule = ruleOfDesign(design);
  const { adequate, inadequate } = rule.rates;
  const view: CompetenceRuleView = {
    ...{ wellAtHelp: WELL_AT_HELP, adequateFailureRate: adequate, inadequateFailureRate: inadequate },
    ...{ falseSignal: falsePercent / 100, horizon, fewestCases: rule.fewestCases },
    operating: operatingCharacteristics(rule, {
      failureRates: [adequate, (adequate + inadequate) / 2, inadequate],
      horizon,
    }),
    setByProgram: false,
  };
  rulesInUse.set(key, view);
  return view;
}

/** By which numbers lights are made where no program set others. */
export const competenceRule: CompetenceRuleView = ruleViewOf(DEFAULT_CHART_DESIGN);

const { targetRate: target } = ruleOfDesign(DEFAULT_CHART_DESIGN);

/**
 * The competence light of one fellow in one competency. Whoever may not read ratings sees the state, and not the numbers
 * from which single ratings could be told.
 * @param charted null where the competency has no chart
 */
export function competenceLight(charted: Charted | null, readsRatings: boolean): CompetenceView {
  if (charted === null) return { n: 0, target, state: 'not-charted' };
  const { cases, rule, assessed } = charted;
  const n = cases.length;
  const light = { n, target: rule.targetRate };
  const successes = readsRatings ? { successes: cases.filter(({ failed }) => failed === 0).length } : {};
  if (n === 0) return { ...light, ...successes, state: 'none' };
  const tells = readsRatings && n >= rule.fewestCases;
  return { ...light, ...successes, state: assessed.state, ...(tells ? toldOf(charted) : {}) };
}

function toldOf({ cases, rule, assessed }: Charted): Partial<CompetenceView> {
  const { probabilityOfTarget, lcSignalCase, alarmCase } = assessed;
  const failures = cases.filter(({ failed }) => failed === 1).length;
  const posterior = betaPosterior(rule.prior, { successes: cases.length - failures, failures });
  const since = lcSignalCase === null ? [] : cases.slice(lcSignalCase);
  return {
    ...credibleInterval(posterior, LEVEL),
    pAtLeastTarget: probabilityOfTarget,
    ...(lcSignalCase === null
      ? {}
      : { signalCase: lcSignalCase, failuresSince: since.filter(({ failed }) => failed === 1).length }),
    ...(alarmCase === null ? {} : { alarmCase }),
  };
}
