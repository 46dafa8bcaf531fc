import { backTestOfClass, type ClassMember } from './class-back-test';
import { intervalCoverage } from './calibration';
import { gatherBackTest } from './forecast-back-test';
import { pooledDispersion } from './forecast-log';
import { serviceExposure } from './service-exposure';
import { seeded } from './testdata/seeded';

const DAY = 86_400_000;
const start = Date.parse('2026-01-05');
const dayOf = (nth: number) => new Date(start + nth * DAY).toISOString().slice(0, 10);
const exposure = serviceExposure(
  { rotations: [{ startsOn: dayOf(0), endsOn: dayOf(363), multiplier: 1 }], daysOff: [] },
  { after: '2026-01-04', until: dayOf(363) },
);

/** Cases a working day in the thirteen rotations of a year: most come in three of them. */
const busy = (block: number): number => ([0, 3, 6, 9, 12].includes(block) ? 0.42 : 0.05);

/** A class whose members go through the same rotations, each from another one on. */
function classOf(random: () => number, size = 6): ClassMember[] {
  return Array.from({ length: size }, (_, place) => {
    const skillless = 0.75 + 0.5 * random();
    const cases = exposure.flatMap(({ on }, nth) => {
      const isWorkday = nth % 7 < 5;
      const chance = busy((Math.floor(nth / 28) + place) % 13) * skillless;
      return isWorkday && random() < chance ? [on] : [];
    });
    return { cases, exposure };
  });
}

/** Cases taken to come singly, as a single record cannot tell before it has eight blocks. */
const singly = (): number => 1;

function coverage(dispersionOf: typeof pooledDispersion) {
  const random = seeded(20261130);
  const intervals = Array.from({ length: 40 }, () =>
    gatherBackTest(
      backTestOfClass({ members: classOf(random), target: 15, lookedOn: dayOf(363), dispersionOf }),
    ),
  );
  return {
    inside: intervals.reduce((sum, { intervals: { inside } }) => sum + inside, 0),
    total: intervals.reduce((sum, { intervals: { total } }) => sum + total, 0),
  };
}

describe('the over-dispersion of a class', () => {
  const blocks = (counts: readonly number[]) => counts.map((count) => ({ count, weeks: 4 }));

  test('is chi-square over its degrees of freedom, with a rate for each fellow', () => {
    // Rates of 4 and 8: squared distances of 16 each over 4 and over 8, and six degrees of freedom.
    expect(pooledDispersion([blocks([0, 8, 0, 8]), blocks([4, 12, 4, 12])])).toBeCloseTo((16 + 8) / 6, 12);
  });

  test('needs eight blocks of fellows with cases, and is at most 4', () => {
    expect(pooledDispersion([blocks([0, 8, 0, 8]), blocks([0, 8, 0])])).toBe(1);
    expect(pooledDispersion([blocks([0, 8, 0, 8]), blocks([0, 0, 0, 0])])).toBe(1);
    expect(pooledDispersion([blocks([0, 40, 0, 40]), blocks([0, 40, 0, 40])])).toBe(4);
    expect(pooledDispersion([])).toBe(1);
  });
});

describe('the forecasts of a class, replayed', () => {
  test('hold what they promise, though cases come with certain rotations', () => {
    const { coverage: share } = intervalCoverage(coverage(pooledDispersion), 0.8);
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.85);
  });

  test('would not hold it if cases were taken to come singly', () => {
    expect(intervalCoverage(coverage(singly), 0.8).coverage).toBeLessThan(0.7);
  });

  test('know no later case of anybody', () => {
    const members = classOf(seeded(7));
    const cut = members.map(({ cases }) => ({ cases: cases.filter((on) => on <= dayOf(120)), exposure }));
    const early = (of: readonly ClassMember[]) =>
      backTestOfClass({ members: of, target: 30, lookedOn: dayOf(363) })
        .filter(({ today }) => today <= dayOf(120))
        .map(({ today, forecast }) => [today, forecast]);
    // Without later cases the same forecasts are made; more months follow, for the number is never reached.
    expect(early(cut)).toEqual(early(members));
    expect(early(members).length).toBeGreaterThan(10);
  });

  test('take what was done before the training as done, and nothing of its rate', () => {
    const [member] = classOf(seeded(8), 1) as [ClassMember];
    const before = { cases: [...member.cases, '2025-12-01', '2025-12-02'], exposure };
    const of = (one: ClassMember, target: number) =>
      backTestOfClass({ members: [one], target, lookedOn: dayOf(363) }).map(
        ({ forecast }) => forecast.remaining,
      );
    expect(of(before, 32)).toEqual(of(member, 30));
    expect(of({ cases: ['2025-12-01'], exposure }, 1)).toEqual([]);
  });
});
