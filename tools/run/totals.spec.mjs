import {
  lastLine,
  listOfNotPassed,
  sum,
  summaryTable,
  totalsOfCheck,
  totalsOfSuite,
  withSkipsFailed,
} from './totals.mjs';

describe('the totals of a step', () => {
  it('add up its reports', () => {
    const reports = [
      { passed: 3, failed: 1, skipped: 0 },
      { passed: 2, failed: 0, skipped: 4 },
    ];
    expect(totalsOfSuite(reports, 1)).toEqual({ passed: 5, failed: 1, skipped: 4 });
  });

  it('hold one failure when it crashed without a report', () => {
    expect(totalsOfSuite([], 134)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('hold one failure when every test passed and the run still ended badly', () => {
    expect(totalsOfSuite([{ passed: 7, failed: 0, skipped: 0 }], 1)).toEqual({
      passed: 7,
      failed: 1,
      skipped: 0,
    });
  });

  it('hold one failure when nothing was tested', () => {
    expect(totalsOfSuite([], 0).failed).toBe(1);
    expect(totalsOfSuite([{ passed: 0, failed: 0, skipped: 0 }], 0).failed).toBe(1);
  });

  it('count a check as one', () => {
    expect(sum([totalsOfCheck(0), totalsOfCheck(0), totalsOfCheck(2)])).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('the last line', () => {
  it('names the skipped only when there are any', () => {
    expect(lastLine({ passed: 812, failed: 0, skipped: 0 })).toBe('812 passed, 0 failed');
    expect(lastLine({ passed: 800, failed: 0, skipped: 2 })).toBe('800 passed, 0 failed, 2 skipped');
  });

  it('counts a skip as a failure where nothing may be skipped', () => {
    expect(lastLine(withSkipsFailed({ passed: 800, failed: 1, skipped: 2 }))).toBe('800 passed, 3 failed');
  });
});

it('the summary has a line per step, with its note', () => {
  const results = [
    { name: 'lint', passed: 1, failed: 0, skipped: 0, seconds: 6.04 },
    { name: 'api:mariadb', passed: 0, failed: 0, skipped: 1, seconds: 0, note: 'skipped: no MariaDB' },
  ];
  expect(summaryTable(results).split('\n')).toEqual([
    'step          passed   failed  skipped  seconds',
    'lint               1        0        0      6.0',
    'api:mariadb        0        0        1      0.0   skipped: no MariaDB',
  ]);
});

it('what did not pass is named at the end, where a log is cut in its middle', () => {
  const report = { passed: 1, failed: 1, skipped: 1, notPassed: ['a › b (failed)', 'c (pending)'] };
  const step = { name: 'unit', seconds: 1, ...totalsOfSuite([report], 1) };
  expect(listOfNotPassed([step])).toBe('Not passed:\nunit: a › b (failed)\nunit: c (pending)\n');
  expect(listOfNotPassed([{ name: 'unit', seconds: 1, passed: 1, failed: 0, skipped: 0 }])).toBe('');
  const many = { ...step, notPassed: Array.from({ length: 70 }, (_, nth) => `test ${nth}`) };
  expect(listOfNotPassed([many]).trimEnd().split('\n').at(-1)).toBe('… and 10 more');
});
