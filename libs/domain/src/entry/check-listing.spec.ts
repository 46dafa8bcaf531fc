import { checkListing } from './index';

it.each([
  [{}, []],
  [{ fromOn: '2026-02-28', toOn: '2026-02-28' }, []],
  [{ fromOn: '2026-13-40' }, ['entry/impossible-date /fromOn']],
  [{ toOn: '2026-02-29' }, ['entry/impossible-date /toOn']],
  [
    { fromOn: '0000-00-00', toOn: '2026-04-31' },
    ['entry/impossible-date /fromOn', 'entry/impossible-date /toOn'],
  ],
  [{ fromOn: '2026-03-02', toOn: '2026-03-01' }, ['entry/reversed-days /toOn']],
])('Time (g): a list of the days %j is found to be %j', (days, found) => {
  expect(checkListing(days).map(({ code, field }) => `${code} ${field}`)).toEqual(found);
});
