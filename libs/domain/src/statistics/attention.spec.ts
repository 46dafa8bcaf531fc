import fc from 'fast-check';
import {
  attentionList,
  attentionOf,
  attentionOfFellow,
  attentionReasons,
  type AttentionFacts,
} from './attention';
import { expectedFalseFlags } from './false-flags';

const quiet: AttentionFacts = {
  ...{ fellowId: 'a', fellowName: 'Ayala', procedure: 'Stellate block', state: 'learning' },
  forecast: { remaining: 5, target: 20, probabilityByEnd: 0.9, expectedShortfall: 0.2 },
  silence: 0.4,
  ratings: { recentCases: 10, recentRated: 9, ratings: 30, raters: 5 },
  forecastFlagged: false,
};
const forecast = (probabilityByEnd: number, remaining = 5) => ({
  ...{ remaining, target: 20, probabilityByEnd, expectedShortfall: 2 },
});
const needs = (part: Partial<AttentionFacts>) => {
  const { severity, reason } = attentionOf({ ...quiet, ...part });
  return [severity, reason];
};

describe('what a fellow in one procedure needs', () => {
  test('is nothing on a quiet day, and nothing where nothing is known', () => {
    expect(attentionOf(quiet)).toEqual({ severity: 0, reason: null, value: null });
    const ratings = { recentCases: 0, recentRated: 0, ratings: 0, raters: 0 };
    expect(needs({ forecast: null, silence: null, ratings })).toEqual([0, null]);
  });

  test.each([
    ['concern_relapse', 4, 'monitoring-alarm'],
    ['concern_low', 3, 'concern-low'],
    ['concern_drift', 3, 'concern-drift'],
    ['insufficient', 0, null],
    ['competent', 0, null],
  ] as const)('in the state %s is severity %d, %s', (state, severity, reason) => {
    expect(needs({ state })).toEqual([severity, reason]);
  });

  test.each([
    [0.4999, false, 3, 'target-unlikely'],
    [0.5, false, 2, 'target-uncertain'],
    [0.7999, false, 2, 'target-uncertain'],
    [0.8, false, 0, null],
    [0.8, true, 2, 'target-uncertain'],
    [0.8499, true, 2, 'target-uncertain'],
    [0.85, true, 0, null],
  ] as const)(
    'at P(by end) %d, on the list before: %s, is severity %d, %s',
    (p, flagged, severity, reason) => {
      expect(needs({ forecast: forecast(p), forecastFlagged: flagged })).toEqual([severity, reason]);
    },
  );

  test('is nothing for a target that is reached', () => {
    expect(needs({ forecast: forecast(0.1, 0) })).toEqual([0, null]);
  });

  test.each([
    [0.0499, 2, 'silence'],
    [0.05, 0, null],
  ] as const)('at P(silence) %d is severity %d, %s', (silence, severity, reason) => {
    expect(needs({ silence })).toEqual([severity, reason]);
  });

  test.each([
    [{ recentCases: 5, recentRated: 2, ratings: 30, raters: 5 }, 'ratings-missing', 0.4],
    [{ recentCases: 5, recentRated: 3, ratings: 30, raters: 5 }, null, null],
    [{ recentCases: 4, recentRated: 0, ratings: 30, raters: 5 }, null, null],
    [{ recentCases: 0, recentRated: 0, ratings: 12, raters: 3 }, 'few-raters', 3],
    [{ recentCases: 0, recentRated: 0, ratings: 11, raters: 3 }, null, null],
    [{ recentCases: 0, recentRated: 0, ratings: 12, raters: 4 }, null, null],
  ])('for ratings %j is %s', (ratings, reason, value) => {
    expect(attentionOf({ ...quiet, ratings })).toMatchObject({ reason, value });
  });

  test('is the first reason that applies', () => {
    const all = {
      ...{ state: 'concern_relapse' as const, forecast: forecast(0.1), silence: 0.01 },
      ratings: { recentCases: 5, recentRated: 0, ratings: 30, raters: 1 },
    };
    expect(needs(all)).toEqual([4, 'monitoring-alarm']);
    expect(needs({ ...all, state: 'learning' })).toEqual([3, 'target-unlikely']);
    expect(needs({ ...all, state: 'learning', forecast: null })).toEqual([2, 'silence']);
    expect(needs({ ...all, state: 'learning', forecast: null, silence: null })).toEqual([
      1,
      'ratings-missing',
    ]);
  });

  test.each([
    ['a probability above one', { silence: 1.1 }, 'statistics/probability-out-of-range'],
    ['NaN for a probability', { forecast: forecast(Number.NaN) }, 'statistics/probability-out-of-range'],
    ['half a case', { forecast: forecast(0.1, 0.5) }, 'statistics/count-invalid'],
    [
      'fewer than no ratings',
      { ratings: { recentCases: 0, recentRated: 0, ratings: -1, raters: 0 } },
      'statistics/count-invalid',
    ],
  ])('is refused for %s', (_what, part, code) => {
    expect(() => attentionOf({ ...quiet, ...part })).toThrow(expect.objectContaining({ code }));
  });
});

describe('what a fellow needs whatever the procedure', () => {
  const fellow = { fellowId: 'a', fellowName: 'Ayala', noLogging: 0.4, longWaits: 0 };

  test.each([
    [{}, []],
    [{ noLogging: 0.0499 }, [['no-logging', 0.0499]]],
    [{ noLogging: null }, []],
    [{ longWaits: 3 }, [['long-waits', 3]]],
    [
      { noLogging: 0.01, longWaits: 1 },
      [
        ['no-logging', 0.01],
        ['long-waits', 1],
      ],
    ],
    [{ qualifications: { expired: 0, daysLeft: null } }, []],
    [
      { qualifications: { expired: 2, daysLeft: 0 } },
      [
        ['qualification-expired', 2],
        ['qualification-expiring', 0],
      ],
    ],
  ])('for %j is %j', (part, found) => {
    expect(attentionOfFellow({ ...fellow, ...part }).map(({ reason, value }) => [reason, value])).toEqual(
      found,
    );
  });

  test.each([
    [{ expired: 1, daysLeft: null }, [3]],
    [{ expired: 0, daysLeft: 30 }, [2]],
    [{ expired: 0, daysLeft: 31 }, [1]],
  ])('for qualifications %j is of severity %j', (qualifications, severities) => {
    expect(attentionOfFellow({ ...fellow, qualifications }).map(({ severity }) => severity)).toEqual(
      severities,
    );
  });

  test('stands in the same line as what a procedure needs, and below a signature on changed evidence', () => {
    const [line] = attentionList(
      [{ ...quiet, state: 'concern_relapse', evidenceFlagged: true }],
      [{ ...fellow, longWaits: 2 }],
    );
    expect(line).toMatchObject({ reason: 'evidence-flagged', severity: 4, procedure: 'Stellate block' });
    expect(line?.others).toMatchObject([{ reason: 'long-waits', procedure: null }]);
  });

  test('every reason is named once', () => {
    expect(new Set(attentionReasons).size).toBe(13);
  });
});

describe('the attention list', () => {
  const line = (fellowName: string, procedure: string, part: Partial<AttentionFacts>): AttentionFacts => ({
    ...{ ...quiet, fellowId: fellowName, fellowName, procedure },
    ...part,
  });

  test('has one line per fellow, the most urgent, with the others behind it', () => {
    const list = attentionList([
      line('Ayala', 'Pump', { silence: 0.01 }),
      line('Ayala', 'Kyphoplasty', { state: 'concern_low' }),
      line('Ayala', 'Stellate block', {}),
      line('Brandt', 'Pump', {}),
    ]);
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ procedure: 'Kyphoplasty', reason: 'concern-low' });
    expect(list[0]?.others).toMatchObject([{ procedure: 'Pump', reason: 'silence' }]);
  });

  test('goes by severity, then by shortfall as a share of the target, then by name', () => {
    const short = (expectedShortfall: number, target = 20) => ({
      forecast: { remaining: 5, target, probabilityByEnd: 0.6, expectedShortfall },
    });
    const list = attentionList([
      line('Chen', 'Pump', short(2)),
      line('Brandt', 'Pump', short(2)),
      line('Diaz', 'Pump', short(2, 10)),
      line('Ayala', 'Pump', { silence: 0.01, forecast: null }),
      line('Eze', 'Pump', { state: 'concern_relapse' }),
    ]);
    expect(list.map(({ fellowName }) => fellowName)).toEqual(['Eze', 'Diaz', 'Brandt', 'Chen', 'Ayala']);
    expect(list.map(({ shortfallShare }) => shortfallShare)).toEqual([0.01, 0.2, 0.1, 0.1, 0]);
  });

  test('does not depend on the order of the facts', () => {
    const some = fc.record({
      name: fc.constantFrom('Ayala', 'Brandt', 'Chen'),
      procedure: fc.constantFrom('Pump', 'Trial', 'Block'),
      silence: fc.constantFrom(0.01, 0.5),
      p: fc.constantFrom(0.3, 0.6, 0.9),
    });
    const facts = fc.uniqueArray(some, { selector: ({ name, procedure }) => `${name} ${procedure}` });
    fc.assert(
      fc.property(facts, (records) => {
        const given = records.map(({ name, procedure, silence, p }) =>
          line(name, procedure, { silence, forecast: forecast(p) }),
        );
        expect(attentionList([...given].reverse())).toEqual(attentionList(given));
        expect(attentionList(given).length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('refuses an impossible shortfall', () => {
    const impossible = { remaining: 5, target: 20, probabilityByEnd: 0.1, expectedShortfall: -1 };
    expect(() => attentionList([line('Ayala', 'Pump', { forecast: impossible })])).toThrow(
      expect.objectContaining({ code: 'statistics/negative' }),
    );
  });
});

describe('the flags that chance alone raises', () => {
  test('are one alarm per average run and a twentieth of the pairs that are watched', () => {
    const found = expectedFalseFlags({
      monitoredCases: [408, 408],
      casesPerFalseAlarm: 816,
      watchedForSilence: 40,
    });
    expect(found).toEqual({ alarms: 1, silences: 2, total: 3 });
  });

  test('need a run above zero and whole cases', () => {
    const refusedWith = (part: object) => () =>
      expectedFalseFlags({ monitoredCases: [1], casesPerFalseAlarm: 816, watchedForSilence: 0, ...part });
    expect(refusedWith({ casesPerFalseAlarm: 0 })).toThrow(
      expect.objectContaining({ code: 'statistics/not-positive' }),
    );
    expect(refusedWith({ monitoredCases: [0.5] })).toThrow(
      expect.objectContaining({ code: 'statistics/count-invalid' }),
    );
  });
});
