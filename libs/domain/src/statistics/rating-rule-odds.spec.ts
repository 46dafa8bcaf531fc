import { chanceOfMeeting, type RatingRuleDesign } from './rating-rule-odds';
import { seeded } from './testdata/seeded';

const lastFive: RatingRuleDesign = { of: 'newest', n: 5, percent: 100 };
const lastEight: RatingRuleDesign = { ...lastFive, n: 8 };
const percentOf = (design: RatingRuleDesign, cases: number) =>
  [0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((successShare) =>
    Math.round(100 * chanceOfMeeting(design, { successShare, cases })),
  );

/** Every record of so many cases with its chance, looked at after every case. */
function byEveryRecord({ of, n, percent }: RatingRuleDesign, successShare: number, cases: number): number {
  let sum = 0;
  for (let record = 0; record < 2 ** cases; record++) {
    const outcomes = Array.from({ length: cases }, (_, at) => (record >> at) & 1);
    const isMet = outcomes.some((_, at) => {
      const soFar = outcomes.slice(0, at + 1);
      const looked = of === 'newest' ? soFar.slice(-n) : soFar;
      const successes = looked.filter((one) => one === 1).length;
      return looked.length >= n && successes * 100 >= percent * looked.length;
    });
    const successes = outcomes.filter((one) => one === 1).length;
    if (isMet) sum += successShare ** successes * (1 - successShare) ** (cases - successes);
  }
  return sum;
}

/** The share of many made-up records in which the rule is met at some time. */
function simulated({ of, n, percent }: RatingRuleDesign, successShare: number, cases: number): number {
  const next = seeded(7);
  const runs = 20_000;
  let met = 0;
  for (let run = 0; run < runs; run++) {
    const outcomes: number[] = [];
    let successes = 0;
    for (let done = 1; done <= cases; done++) {
      const success = next() < successShare ? 1 : 0;
      outcomes.push(success);
      successes += success - (of === 'newest' && done > n ? (outcomes[done - 1 - n] ?? 0) : 0);
      const looked = of === 'newest' ? Math.min(n, done) : done;
      if (done >= n && successes * 100 >= percent * looked) {
        met += 1;
        break;
      }
    }
  }
  return met / runs;
}

describe('the chance that a rule about ratings is met at some time', () => {
  it('is that of a run of successes where all of the newest must succeed', () => {
    // Feller's runs: the table of the reference drawing of the requirements page.
    expect(percentOf(lastFive, 50)).toEqual([26, 55, 84, 97, 100, 100]);
    expect(percentOf(lastEight, 50)).toEqual([2, 8, 27, 60, 90, 100]);
    // Two in a row within three fair cases: SSS, SSF, FSS.
    expect(chanceOfMeeting({ of: 'newest', n: 2, percent: 100 }, { successShare: 0.5, cases: 3 })).toBe(
      3 / 8,
    );
  });

  const designs: RatingRuleDesign[] = [
    { of: 'newest', n: 3, percent: 100 },
    { of: 'newest', n: 4, percent: 75 },
    { of: 'newest', n: 5, percent: 80 },
    { of: 'newest', n: 5, percent: 41 },
    { of: 'newest', n: 6, percent: 1 },
    { of: 'all', n: 3, percent: 100 },
    { of: 'all', n: 4, percent: 75 },
    { of: 'all', n: 1, percent: 60 },
  ];

  it.each(designs)('is the sum over every record of 12 cases for %j', (design) => {
    for (const successShare of [0.2, 0.6, 0.9])
      expect(chanceOfMeeting(design, { successShare, cases: 12 })).toBeCloseTo(
        byEveryRecord(design, successShare, 12),
        12,
      );
  });

  it.each<RatingRuleDesign>([
    { of: 'newest', n: 10, percent: 80 },
    { of: 'newest', n: 20, percent: 90 },
    { of: 'newest', n: 20, percent: 60 },
    { of: 'all', n: 20, percent: 80 },
  ])('is what 20,000 made-up records of 50 cases say for %j', (design) => {
    for (const successShare of [0.6, 0.75]) {
      const exact = chanceOfMeeting(design, { successShare, cases: 50 });
      // Five standard errors.
      expect(Math.abs(simulated(design, successShare, 50) - exact)).toBeLessThan(
        5 * Math.sqrt(0.25 / 20_000),
      );
    }
  });

  it('grows with the cases and with the share, and is 0 before there are enough, 1 for who always succeeds', () => {
    for (const design of designs) {
      const at = (successShare: number, cases: number) => chanceOfMeeting(design, { successShare, cases });
      expect(at(0.6, 30)).toBeGreaterThanOrEqual(at(0.6, 20));
      expect(at(0.8, 20)).toBeGreaterThanOrEqual(at(0.6, 20));
      expect(at(0, 20)).toBe(0);
      expect(at(1, design.n)).toBe(1);
      if (design.n > 1) expect(at(1, design.n - 1)).toBe(0);
    }
  });

  it('is refused for what nobody can have, and where the chain would be too large', () => {
    const ask = (change: Partial<RatingRuleDesign>, fellow = { successShare: 0.6, cases: 50 }) =>
      chanceOfMeeting({ ...lastFive, ...change }, fellow);
    const code = (wanted: string, field: string) =>
      expect.objectContaining({ code: `statistics/${wanted}`, field });
    expect(() => ask({ n: 0 })).toThrow(code('count-invalid', 'n'));
    expect(() => ask({ percent: 101 })).toThrow(code('probability-out-of-range', 'percent'));
    expect(() => ask({ percent: 12.5 })).toThrow(code('count-invalid', 'percent'));
    expect(() => ask({}, { successShare: 1.1, cases: 50 })).toThrow(
      code('probability-out-of-range', 'successShare'),
    );
    expect(() => ask({}, { successShare: 0.6, cases: 201 })).toThrow(code('too-many-cases', 'cases'));
    expect(() => ask({ n: 31, percent: 80 })).toThrow(code('too-many-cases', 'n'));
    expect(() => ask({ n: 28, percent: 50 })).toThrow(code('too-many-cases', 'n'));
    expect(ask({ n: 31 })).toBeGreaterThan(0);
  });
});
