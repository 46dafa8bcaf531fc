import { chanceInWords, ratingOddsInWords } from './rating-odds';

const point = { successPercent: 60, met: 0.8396 };
const share = { kind: 'rating-share', n: 10, percent: 80, minHelp: 4, filter: {} } as const;

it('says what a rule about ratings is worth by chance', () => {
  expect(
    ratingOddsInWords({ kind: 'rating-last-n', n: 5, minHelp: 4, filter: {} }, point, { cases: 50 }),
  ).toBe(
    'The last 5 at help 4 or more will at some time by case 50 be met by 84 % of fellows who succeed 60 % of the time.',
  );
  expect(ratingOddsInWords({ ...share, of: 'newest' }, { ...point, met: 0.999 }, { cases: 30 })).toBe(
    '80 % of the last 10 at help 4 or more will at some time by case 30 be met by over 99 % of fellows who succeed 60 % of the time.',
  );
  expect(ratingOddsInWords({ ...share, of: 'all' }, point, { cases: 30 })).toMatch(/^80 % of at least 10 at/);
});

it('never rounds a chance to none or to a certainty', () => {
  expect([0, 0.0001, 0.004, 0.5, 0.9951, 1].map(chanceInWords)).toEqual([
    ...['0 %', 'under 1 %', 'under 1 %', '50 %', 'over 99 %', '100 %'],
  ]);
});
