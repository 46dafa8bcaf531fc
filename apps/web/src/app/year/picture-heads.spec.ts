import { labelIn, monthHeads, weekHeads } from './picture-heads';

const span = { fromOn: '2026-07-01', toOn: '2027-06-30' };

it('names months and Mondays where they have room, and the month of today beside its word', () => {
  const wide = monthHeads(span, '2026-11-30', 1095);
  expect(wide.map(({ name }) => name).slice(0, 7)).toEqual([
    'Jul 2026',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
    'Jan 2027',
  ]);
  expect(wide.filter(({ shift }) => shift > 0).map(({ name, shift }) => [name, shift])).toEqual([
    ['Dec', 22],
  ]);
  expect(monthHeads(span, '2026-11-30', 365)[0]?.name).toBe('Jul');
  expect(weekHeads(span, '2026-11-30', 1095).find(({ now }) => now)?.name).toBe('30');
  expect(weekHeads(span, '2026-11-30', 700)).toEqual([]);
});

it('labels a bar beside the leave that lies over it', () => {
  const days = { fromOn: '2026-07-01', toOn: '2026-07-30' };
  const of = (leave: readonly { fromOn: string; toOn: string }[], pixels: number) =>
    labelIn(days, { letter: 'N', labels: ['Northgate ASC', 'Northgate'], leave }, pixels);
  expect(of([], 4)).toEqual({ left: 0, letter: 'N', text: 'Northgate ASC' });
  expect(of([], 3)).toEqual({ left: 0, letter: 'N', text: 'Northgate' });
  expect(of([{ fromOn: '2026-07-04', toOn: '2026-07-06' }], 4)).toEqual({
    left: 20,
    letter: 'N',
    text: 'Northgate',
  });
  expect(of([{ fromOn: '2026-07-14', toOn: '2026-07-20' }], 3)).toEqual({ left: 0, letter: 'N', text: '' });
  expect(of([days], 9)).toEqual({ left: 0, letter: '', text: '' });
});
