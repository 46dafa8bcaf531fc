import type { ForecastView } from '../competencies/views';
import { forecastFinding, forecastRange, forecastReason, forecastRecordInWords, ordinal } from './forecast';

const today = '2026-11-23';
const open: ForecastView = {
  ...{ status: 'open', endsOn: '2027-06-30', earlyOn: '2026-12-02', likelyOn: '2027-01-05' },
  ...{ lateOn: '2027-01-25', byEnd: 0.97, shortfall: 0.04, cases: 17, weeks: 15.44, weeksToCome: 24 },
  ...{ basis: 'program rate', knownUntil: '2027-03-31' },
  less: [{ name: 'Elective', fromOn: '2026-12-07', toOn: '2027-01-03', service: 0.2 }],
};
const unresolved = { resolved: 0, held: 0, fewest: 30, digits: 0 } as const;
const enough = { ...unresolved, digits: 1 } as const;

it('A forecast is a range before its likely day', () => {
  expect(forecastFinding(open, 20, today)).toBe(
    '20th case: Dec 2 to Jan 25, 2027, most likely around Jan 5, 2027',
  );
});

it('A forecast beyond training says so', () => {
  const { lateOn: _late, ...beyond } = open;
  expect(forecastRange(beyond, today)).toBe('Dec 2 to after Jun 30, 2027');
  const { earlyOn: _early, likelyOn: _likely, ...never } = beyond;
  expect(forecastFinding(never, 4, today)).toBe(
    '4th case: after Jun 30, 2027, more likely than not after the end of training',
  );
});

it('A forecast of what is met, over or without an end is no date', () => {
  expect(
    ['met', 'ended', 'no-end'].map((status) => forecastRange({ status } as ForecastView, today)),
  ).toEqual([undefined, undefined, undefined]);
});

it('A forecast gives its reasons, and no decimals before thirty came due', () => {
  const [because, chance] = forecastReason(open, unresolved, today);
  expect(because).toBe(
    'Because: 17 counted in 15.4 on-service weeks, 24.0 to come by Jun 30, 2027; Elective (Dec 7 to Jan 3, 2027) counts as 20 %.',
  );
  expect(chance).toBe('Very likely by Jun 30, 2027 (97 %); 0 expected to be missing then.');
  expect(
    forecastReason(open, { ...enough, resolved: 30, held: 24, width: 'as promised' }, today)[1],
  ).toContain('(97.0 %)');
});

it('How forecasts came out is said from thirty on', () => {
  expect(forecastRecordInWords({ ...unresolved, resolved: 29, held: 29 })).toContain('from 30 on');
  expect(forecastRecordInWords({ ...enough, resolved: 30, held: 24, width: 'as promised' })).toBe(
    'The program’s forecasts said 80 %: 24 of 30 fell in the range.',
  );
  expect(forecastRecordInWords({ ...enough, resolved: 60, held: 30, width: 'too narrow' })).toContain(
    '30 of 60 fell in the range, fewer than',
  );
  expect(forecastRecordInWords({ ...enough, resolved: 60, held: 60, width: 'too wide' })).toContain(
    '60 of 60 fell in the range, more than',
  );
});

it('Ordinals follow their numbers', () => {
  expect([1, 2, 3, 4, 11, 21, 112].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '21st',
    '112th',
  ]);
});
