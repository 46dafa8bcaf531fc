import { checkChartDesign, DEFAULT_CHART_DESIGN, ruleOfDesign } from './chart-design';
import { defaultCompetenceRule } from './competence-state';
import { DEFAULT_FAILURE_RATES } from './failure-rates';

describe('The design of a chart', () => {
  it('that nobody set makes the default rule', () => {
    expect(DEFAULT_CHART_DESIGN).toEqual({
      ...{ adequatePercent: 10, inadequatePercent: 30, horizon: 50, falsePercent: 5 },
    });
    expect(ruleOfDesign(DEFAULT_CHART_DESIGN)).toEqual(defaultCompetenceRule(DEFAULT_FAILURE_RATES));
  });

  it('gives the exact limits of its own rates and cases (LC-CUSUM 10/20 over 100 cases)', () => {
    const design = { adequatePercent: 10, inadequatePercent: 20, horizon: 100, falsePercent: 5 };
    expect(checkChartDesign(design)).toMatchObject({
      ok: true,
      value: { lcLimit: expect.closeTo(3.698703, 5) },
    });
  });

  it('has its adequate rate below the inadequate one', () => {
    expect(checkChartDesign({ ...DEFAULT_CHART_DESIGN, inadequatePercent: 10 })).toEqual({
      ...{ ok: false, code: 'chart/rates-reversed', field: '/inadequatePercent' },
    });
  });

  it('is refused where even a perfect run signals too often', () => {
    const design = { adequatePercent: 1, inadequatePercent: 2, horizon: 20, falsePercent: 1 };
    expect(checkChartDesign(design)).toMatchObject({ ok: false, code: 'chart/limit-unattainable' });
  });
});
