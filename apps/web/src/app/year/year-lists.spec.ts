import { yearLists } from './year-lists';

const today = '2026-11-23';
const rotation = (id: string, fromOn: string, toOn: string) => ({
  ...{ id, fromOn, toOn, siteId: 's', name: id, service: 80 },
});
const leave = (id: string, toOn: string) => ({ id, fromOn: toOn, toOn, kind: 'vacation' });
const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id);

it('shows what is now and next, and counts what is over', () => {
  const {
    rotations,
    leave: away,
    over,
  } = yearLists(
    {
      rotations: [
        rotation('first', '2026-07-01', '2026-10-31'),
        rotation('until yesterday', '2026-11-01', '2026-11-22'),
        rotation('ends today', '2026-11-10', today),
        rotation('next', '2026-12-01', '2026-12-31'),
      ],
      leave: [leave('gone', '2026-08-01'), leave('today', today)],
    },
    today,
  );
  expect([ids(rotations), ids(away)]).toEqual([['ends today', 'next'], ['today']]);
  expect([ids(over?.rotations), ids(over?.leave)]).toEqual([['first', 'until yesterday'], ['gone']]);
  expect(over?.said).toBe('2 past rotations, 1 past leave');
});

it('says nothing of what is over where nothing is', () => {
  expect(yearLists({ rotations: [], leave: [leave('today', today)] }, today).over).toBeUndefined();
});
