import type { CalibrationPageView, RangeCalibrationView } from '../forecasts/views';
import {
  binInWords,
  calibrationFinding,
  cameInWords,
  judgedThenInWords,
  keptInWords,
  rangesInWords,
} from './calibration';

const few: RangeCalibrationView = { promised: 0.8, resolved: 12 };
const many = (held: number, pValue: number): RangeCalibrationView => ({
  ...{ promised: 0.8, resolved: 100, found: { held, low: 0.7, high: 0.85, pValue } },
});
const page = (range: RangeCalibrationView, part: Partial<CalibrationPageView> = {}): CalibrationPageView => ({
  ...{ asOfOn: '2026-11-23', fewest: 30, weeks: 0, kept: 0 },
  record: { resolved: 100, held: 78, fewest: 30, digits: 1 },
  made: { ranges: [range], resolved: 0 },
  replayed: { ranges: [], resolved: 0 },
  ...part,
});

test('below thirty nothing is said but how many there are', () => {
  expect(rangesInWords(few, 30)).toBe('not yet (12 of 30)');
  expect(calibrationFinding(page(few))).toBe('Whether the forecasts can be trusted: not yet (12 of 30)');
});

test('from thirty on the interval stands before the share, and the promise beside it', () => {
  expect(rangesInWords(many(78, 0.6), 30)).toBe(
    '70 % to 85 % hold, 78 of 100 (78 %); promised 80 %, no more than chance explains (p = 0.60)',
  );
  expect(rangesInWords(many(60, 0.0001), 30)).toMatch(/chance alone hardly explains it \(p < 0.001\)$/);
});

test('the finding says whether the promise was kept', () => {
  expect(calibrationFinding(page(many(78, 0.6)))).toBe(
    '78 of 100 date ranges held the day, about as often as promised',
  );
  expect(calibrationFinding(page(many(60, 0.001)))).toMatch(/fewer than promised/);
  expect(calibrationFinding(page(many(97, 0.001)))).toMatch(/more than promised/);
});

test('a bin without a forecast has no number', () => {
  expect(binInWords({ from: 0.4, to: 0.6 })).toBe('40 % to 60 %');
  expect(cameInWords({ from: 0.4, to: 0.6, count: 0 })).toBe('–');
  expect(cameInWords({ from: 0, to: 0.2, count: 9, said: 0.1, came: 0.2, low: 0.05, high: 0.4 })).toBe(
    '5 % to 40 %, here 20 %',
  );
});

test('how many were kept is said with their days, and what was judged otherwise then', () => {
  expect(keptInWords(page(few))).toBe('No forecast was kept yet; they are every Monday.');
  const days = { weeks: 2, kept: 9, firstOn: '2026-11-16', lastOn: '2026-11-23' };
  expect(keptInWords(page(few, days))).toMatch(
    /^9 forecasts were kept on 2 days from .* to .*, as they were made\.$/,
  );
  expect(judgedThenInWords(page(many(78, 0.6)))).toBeUndefined();
  expect(judgedThenInWords(page(many(80, 0.6)))).toMatch(/it was 78 of 100/);
});
