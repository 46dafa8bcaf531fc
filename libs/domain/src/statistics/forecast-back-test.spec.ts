import { gatherBackTest, replayForecasts, type BackTestQuestion } from './forecast-back-test';
import { countedRecord, fourWeekBlocks, overDispersion, type CaseLog } from './forecast-log';
import { caseRate } from './forecast-rate';
import { serviceExposure } from './service-exposure';

const exposure = serviceExposure(
  { rotations: [{ startsOn: '2026-01-05', endsOn: '2026-12-27', multiplier: 1 }], daysOff: [] },
  { after: '2026-01-04', until: '2026-12-27' },
);
const refusal = (code: string) => expect.objectContaining({ code: `statistics/${code}` });

describe('a log', () => {
  const log: CaseLog = { cases: ['2026-01-05', '2026-12-25', '2026-12-25'], exposure };

  test('counts its cases and weeks', () => {
    expect(countedRecord(log).count).toBe(3);
    expect(countedRecord(log).weeks).toBeCloseTo(51, 10);
  });

  test('falls into whole stretches of four weeks', () => {
    const blocks = fourWeekBlocks(log);
    expect(blocks).toHaveLength(12);
    expect(blocks.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(blocks.every(({ weeks }) => Math.abs(weeks - 4) < 1e-9)).toBe(true);
  });

  test.each([
    ['before it began', { ...log, cases: ['2026-01-04'] }],
    ['after it ended', { ...log, cases: ['2026-12-28'] }],
    ['without any day of service', { cases: ['2026-01-05'], exposure: [] }],
  ])('refuses a case %s', (_what, impossible) => {
    for (const ask of [countedRecord, fourWeekBlocks]) {
      expect(() => ask(impossible)).toThrow(refusal('case-outside-exposure'));
    }
  });
});

describe('the over-dispersion of the counts of blocks', () => {
  const blocks = (counts: readonly number[]) => counts.map((count) => ({ count, weeks: 4 }));

  test('is chi-square over its degrees of freedom', () => {
    // Mean 4: squared distances 16, 16, 0, 0, 16, 16, 4, 4 over 4 and seven degrees of freedom.
    expect(overDispersion(blocks([0, 8, 4, 4, 0, 8, 2, 6]))).toBeCloseTo(72 / 4 / 7, 12);
  });

  test.each([
    ['fewer than eight blocks', [0, 9, 0, 9, 0, 9, 0]],
    ['no case at all', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['no more than chance explains', [3, 4, 5, 4, 3, 4, 5, 4]],
  ])('is 1 for %s', (_what, counts) => {
    expect(overDispersion(blocks(counts))).toBe(1);
  });

  test('is believed up to 4, and says nothing of blocks without service', () => {
    const wild = blocks([0, 40, 0, 40, 0, 40, 0, 40]);
    expect(overDispersion(wild)).toBe(4);
    expect(overDispersion([...wild.slice(0, 7), { count: 0, weeks: 0 }])).toBe(1);
    expect(() => overDispersion([{ count: -1, weeks: 4 }])).toThrow(refusal('negative'));
    expect(() => overDispersion([{ count: 1, weeks: Number.NaN }])).toThrow(refusal('negative'));
  });
});

describe('the forecasts of the past, replayed', () => {
  const rateFrom = (log: CaseLog) => caseRate({ a: 2, b: 4 }, countedRecord(log));
  /** Every second Monday a case: 26 in the year. */
  const cases = exposure.filter((_day, k) => k % 14 === 0).map(({ on }) => on);
  const question: BackTestQuestion = { cases, exposure, target: 10, lookedOn: '2026-12-31', rateFrom };

  test('are made at the end of every month until the target was reached', () => {
    const replayed = replayForecasts(question);
    expect(cases[9]).toBe('2026-05-11');
    expect(replayed.map(({ today }) => today)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(replayed.map(({ forecast }) => forecast.remaining)).toEqual([8, 6, 3, 1]);
    expect(replayed.map(({ metByEnd }) => metByEnd)).toEqual([true, true, true, true]);
  });

  test('never see a later case', () => {
    const early = replayForecasts(question)[1]?.forecast;
    const withoutLater = {
      ...question,
      cases: cases.filter((on) => on <= '2026-02-28'),
      lookedOn: '2026-03-01',
    };
    expect(replayForecasts(withoutLater)[1]?.forecast).toEqual(early);
  });

  test('are judged only where the whole interval has passed', () => {
    const early = replayForecasts({ ...question, lookedOn: '2026-03-15' });
    expect(early.map(({ held, metByEnd }) => [held, metByEnd])).toEqual([
      [null, null],
      [null, null],
    ]);
    const never = replayForecasts({ ...question, cases: [], target: 1 });
    expect(never).toHaveLength(11);
    expect(never.at(-1)?.metByEnd).toBe(false);
    expect(never[0]?.held).toBe(false);
    expect(never.at(-1)?.held).toBeNull();
  });

  test('do not know a case before it counted, and are held against the day on which it was done', () => {
    const late = cases.map((on) => (on === '2026-01-19' ? '2026-03-10' : on));
    const replayed = replayForecasts({ ...question, countedOn: late });
    expect(replayed.map(({ forecast }) => forecast.remaining)).toEqual([9, 7, 3, 1]);
    expect(replayed.map(({ metByEnd }) => metByEnd)).toEqual([true, true, true, true]);
    expect(() => replayForecasts({ ...question, countedOn: [] })).toThrow(refusal('lengths-differ'));
  });

  test('have a 95 % interval that holds whatever the 80 % interval holds', () => {
    const replayed = replayForecasts(question);
    expect(replayed.filter(({ held }) => held).every(({ heldWide }) => heldWide !== false)).toBe(true);
    const widths = replayed.map(({ forecast: { dates } }) => dates.map(({ weeks }) => weeks));
    expect(
      widths.every(([low = 0, high = 0, wideLow = 0, wideHigh = 0]) => wideLow < low && high < wideHigh),
    ).toBe(true);
  });

  test('are none before training, and none without it', () => {
    expect(replayForecasts({ ...question, lookedOn: '2026-01-01', cases: [] })).toEqual([]);
    expect(replayForecasts({ ...question, exposure: [], cases: [] })).toEqual([]);
  });

  test('are gathered for the scores of calibration', () => {
    const replayed = replayForecasts(question);
    const { byEnd, intervals, wideIntervals } = gatherBackTest(replayed);
    expect(wideIntervals).toEqual({
      inside: replayed.filter(({ heldWide }) => heldWide).length,
      total: replayed.filter(({ heldWide }) => heldWide !== null).length,
    });
    expect(byEnd.outcomes).toEqual([1, 1, 1, 1]);
    expect(byEnd.probabilities).toEqual(replayed.map(({ forecast }) => forecast.probabilityByEnd));
    expect(intervals.total).toBe(replayed.filter(({ held }) => held !== null).length);
    expect(intervals.inside).toBe(replayed.filter(({ held }) => held).length);
    const missed = gatherBackTest(replayForecasts({ ...question, cases: [], target: 1 }));
    expect(missed.byEnd.outcomes).toEqual(Array<number>(11).fill(0));
    expect(missed.intervals.inside).toBe(0);
  });

  test.each([
    ['a day of the look that no calendar has', { lookedOn: '2026-13-01' }, 'date-impossible'],
    ['a case on no day', { cases: ['soon'] }, 'date-impossible'],
    ['a target of nothing', { target: 0 }, 'count-invalid'],
  ])('are refused for %s', (_what, part, code) => {
    expect(() => replayForecasts({ ...question, ...part })).toThrow(refusal(code));
  });
});
