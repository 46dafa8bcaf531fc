import type { UnloggedLineView } from '../dashboards/yield-views';
import { notCountedInWords, unloggedFinding, unloggedShareInWords } from './unlogged';

const days = {
  planned: { low: 40, high: 42 },
  covered: { low: 36, high: 37 },
  unlogged: { low: 4, high: 5 },
};
const line = (own: Partial<UnloggedLineView>): UnloggedLineView => ({
  ...{ of: { id: 'f', name: 'A. Okafor' }, isPlanned: true },
  ...own,
});
const finding = (...fellows: readonly UnloggedLineView[]) =>
  unloggedFinding({ fellows: [...fellows], sites: [], throughOn: '2026-11-22' });

it('says ranges where cut weeks leave them open, and no share of few', () => {
  expect(unloggedShareInWords(days)).toBe('10 % to 12 %');
  expect(unloggedShareInWords({ ...days, planned: { low: 9, high: 9 } })).toBe('too few to say');
  expect(
    unloggedShareInWords({ ...days, covered: { low: 36, high: 36 }, unlogged: { low: 4, high: 4 } }),
  ).toBe('10 %');
});

it('says why there is no number', () => {
  expect([line({ isPlanned: false }), line({}), line({ days })].map(notCountedInWords)).toEqual([
    'no rotation planned',
    'its rotations plan no procedure days',
    null,
  ]);
});

it('says what the schedule lets one say of all fellows together', () => {
  expect(finding(line({ days }), line({ days }), line({ isPlanned: false }))).toBe(
    '8 to 10 of 80 to 84 planned procedure days through Nov 22, 2026 have no logged case',
  );
  expect(finding(line({}))).toBe('Procedure days without a case: no rotation says how many it plans');
  expect(unloggedFinding({ fellows: [line({ days })], sites: [] })).toBe(
    'Procedure days without a case: these days are too new to ask',
  );
});
