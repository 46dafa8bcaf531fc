import { intervalCoverage } from './calibration';
import { probabilityOfNextRating } from './rater-next-rating';
import { raterFindings } from './rater-finding';
import { fitRaterModel } from './rater-model';
import { experienceOf, type Rating } from './rater-rating';
import { PLACEHOLDER_VARIANCES } from './rater-variances';
import { normal, seeded } from './testdata/seeded';

const { fellow: VF, rater: VR, residual: VE } = PLACEHOLDER_VARIANCES;
const SLOPE = 0.4;
const PROGRAMS = 400;

/** One program of 8 fellows and 10 raters: 160 ratings of whoever met, and the truth behind them. */
function program(random: () => number) {
  const fellows = Array.from({ length: 8 }, () => normal(random, Math.sqrt(VF)));
  const raters = Array.from({ length: 10 }, () => normal(random, Math.sqrt(VR)));
  const cases = fellows.map(() => 0);
  const ratings = Array.from({ length: 160 }, (): Rating => {
    const [f, r] = [Math.floor(random() * 8), Math.floor(random() * 10)];
    const experience = experienceOf(cases[f] as number);
    cases[f] = (cases[f] as number) + 1;
    const level = 2.5 + (fellows[f] as number) + (raters[r] as number) + SLOPE * experience;
    return { fellowId: `f${f}`, raterId: `r${r}`, value: level + normal(random, Math.sqrt(VE)), experience };
  });
  const latest = Math.max(
    ...ratings.filter((one) => one.fellowId === 'f0').map((one) => one.experience ?? 0),
  );
  return { ratings, rater: raters[0] as number, level: 2.5 + (fellows[0] as number) + SLOPE * latest };
}

/** One fellow and one rater of each program are looked at, so that the programs are independent trials. */
describe('in simulated programs whose variances are known', () => {
  const random = seeded(20286);
  const programs = Array.from({ length: PROGRAMS }, () => {
    const { ratings, rater, level } = program(random);
    const model = fitRaterModel(ratings, PLACEHOLDER_VARIANCES);
    const now = model.fellows[0]?.now ?? { mean: Number.NaN, variance: Number.NaN };
    const finding = raterFindings(ratings, PLACEHOLDER_VARIANCES)[0];
    const next = level + normal(random, Math.sqrt(VR)) + normal(random, Math.sqrt(VE));
    return { ratings, rater, level, slope: model.slope ?? Number.NaN, now, finding, next };
  });
  const total = PROGRAMS;
  const share = (holds: (one: (typeof programs)[number]) => boolean): number => programs.filter(holds).length;

  test('the 95 % interval of a rater holds the truth in 95 % of them, within the exact binomial band', () => {
    const inside = share(
      ({ finding, rater }) => (finding?.low ?? Infinity) <= rater && rater <= (finding?.high ?? -Infinity),
    );
    expect(intervalCoverage({ inside, total }, 0.95).pValue).toBeGreaterThan(0.01);
  });

  test('the level of a fellow lies within 1.28 standard errors in 80 % of them', () => {
    const inside = share(
      ({ now, level }) => Math.abs(now.mean - level) <= 1.2815515655 * Math.sqrt(now.variance),
    );
    expect(intervalCoverage({ inside, total }, 0.8).pValue).toBeGreaterThan(0.01);
  });

  test('the next rating, by a rater nobody knows, reaches 4 as often as was said', () => {
    const asked = { atLeast: 4, variances: PLACEHOLDER_VARIANCES, continuity: 0 };
    const said = programs.map(({ now }) => probabilityOfNextRating(now, asked));
    const reached = share(({ next }) => next >= 4);
    const mean = said.reduce((sum, p) => sum + p, 0) / total;
    expect(mean).toBeGreaterThan(0.2);
    expect(mean).toBeLessThan(0.8);
    expect(intervalCoverage({ inside: reached, total }, mean).pValue).toBeGreaterThan(0.01);
  });

  test('the slope of experience is found again', () => {
    const mean = programs.reduce((sum, { slope }) => sum + slope, 0) / total;
    expect(Math.abs(mean - SLOPE)).toBeLessThan(0.02);
  });

  test('hawks and doves are hidden behind "cannot be told apart" only where ratings are few', () => {
    for (const { finding, ratings } of programs) {
      const own = ratings.filter(({ raterId }) => raterId === 'r0').length;
      expect(finding?.hiddenBecause === 'few-ratings').toBe(own < 10);
      expect(finding?.reliability).toBeGreaterThan(0);
      expect(finding?.reliability).toBeLessThan(1);
    }
  });
});
