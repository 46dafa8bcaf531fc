import { checkPlanned } from './schedule';

const training = [{ fromOn: '2026-07-01', toOn: '2027-06-30' }];
const said = (fromOn: string, toOn: string, others = [{ fromOn: '2026-09-01', toOn: '2026-09-30' }]) =>
  checkPlanned({ fromOn, toOn }, { training, others }).map(({ code, field }) => `${code} ${field}`);

it('What is planned lies in the training and shares no day with another of its kind', () => {
  expect(said('2026-07-01', '2026-08-31')).toEqual([]);
  expect(said('2026-10-01', '2027-06-30')).toEqual([]);
  expect(said('2026-10-01', '2026-10-01')).toEqual([]);
  expect(said('2026-08-01', '2026-09-01')).toEqual(['schedule/overlap /fromOn']);
  expect(said('2026-10-02', '2026-10-01')).toEqual(['people/reversed /toOn']);
  expect(said('2026-02-30', 'x')).toEqual(['people/impossible-date /fromOn', 'people/impossible-date /toOn']);
  expect(said('2026-06-30', '2027-07-01', [])).toEqual([
    'schedule/outside-training /fromOn',
    'schedule/outside-training /toOn',
  ]);
});
