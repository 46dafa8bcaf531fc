import type { CaseMixView } from '../dashboards/case-mix-views';
import { careFinding, delayInWords } from './case-mix';

const fellow = (psychology: number, cancer: number) => ({
  care: [
    { kind: 'psychology', count: psychology, aim: 5 },
    { kind: 'cancer', count: cancer, aim: 20 },
    { kind: 'team', count: 0 },
  ],
});
const view = (...fellows: ReturnType<typeof fellow>[]) => ({ fellows }) as unknown as CaseMixView;

it('finds the kinds of care that are below their aim for most fellows', () => {
  expect(careFinding(view(fellow(4, 20), fellow(2, 25)))).toBe('Psychology: below the aim for most fellows');
  expect(careFinding(view(fellow(4, 20), fellow(5, 25)))).toBe(
    'No kind of care is below its aim for most fellows',
  );
  expect(careFinding(view())).toBe('No fellows in this program today');
});

it('says how long somebody takes with n, and no median of a few', () => {
  const person = { id: 'a', name: 'A' };
  expect(delayInWords({ person, n: 40, medianDays: 3, isAtLeast: true, slow: 2 })).toBe(
    'median at least 3 days (n 40), 2 longer than 14 days',
  );
  expect(delayInWords({ person, n: 9, slow: 0 })).toBe('n 9, too few for a median');
});
