import {
  averageRunLength,
  competenceState,
  computeLcCusumLimit,
  DEFAULT_FAILURE_RATES,
  defaultCompetenceRule,
  fitBetaPrior,
  lcCusumChart,
} from '@countersign/domain/statistics';
import type { Benchmark } from './benchmark';

/** Charts and posteriors. The rates differ from run to run, so that no engine can keep an answer. */
export function statisticsBenchmarks(): Benchmark[] {
  let turn = 0;
  const rates = (): { adequate: number; inadequate: number } => {
    turn = (turn + 1) % 1000;
    return { adequate: 0.1 + turn * 1e-6, inadequate: 0.3 };
  };
  const rule = defaultCompetenceRule(DEFAULT_FAILURE_RATES);
  const failures = Array.from({ length: 300 }, (_, k) => (k % 11 === 0 ? 1 : 0));
  const cohort = Array.from({ length: 40 }, (_, k) => ({ events: 20 + (k % 9), trials: 30 }));
  return [
    {
      name: 'LC-CUSUM limit, 100 cases, computed afresh',
      budgetMs: 250,
      run: () => void computeLcCusumLimit({ rates: rates(), horizon: 100, falseCompetenceTarget: 0.05 }),
    },
    {
      name: 'LC-CUSUM average run length',
      budgetMs: 10,
      run: () => void averageRunLength({ chart: lcCusumChart(rates()), limit: 4.15, failureRate: 0.3 }),
    },
    {
      name: 'competence state, 300 cases',
      budgetMs: 5,
      run: () => void competenceState({ failures }, rule),
    },
    {
      name: 'cohort prior, 40 past fellows',
      budgetMs: 50,
      run: () => void fitBetaPrior(cohort),
    },
  ];
}
