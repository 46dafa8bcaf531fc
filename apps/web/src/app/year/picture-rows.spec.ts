import type { FellowYearView } from '@countersign/contracts/schedule/views';
import { findingOf, pictureRows, wordsAgainst, type RotationBar } from './picture-rows';
import { siteMarks } from './site-marks';

const span = { fromOn: '2026-07-01', toOn: '2027-06-30' };
const today = '2026-11-23';
const site = (id: string, name: string) => ({ id, name, setting: 'clinic' });
const sites = siteMarks([site('n', 'Northgate ASC'), site('h', 'Harbor'), site('o', 'North Hill')]);
const rotation = (id: string, fromOn: string, toOn: string, service = 100) => ({
  ...{ id, fromOn, toOn, siteId: 'n', name: 'Clinic', service },
});
const fellow = (change: Partial<FellowYearView> = {}): FellowYearView => ({
  ...{
    id: 'f',
    name: 'A. Okafor',
    ...span,
    leave: [],
    rotations: [rotation('r', span.fromOn, '2027-06-20')],
  },
  ...change,
});
const drawn = (...fellows: FellowYearView[]) => pictureRows({ fellows, sites, span, today });

it('gives each site a letter that no other has', () => {
  expect([...sites.values()].map(({ letter, tint }) => [letter, tint])).toEqual([
    ['N', 0],
    ['H', 1],
    ['O', 2],
  ]);
  const many = siteMarks(Array.from({ length: 30 }, (_, n) => site(String(n), 'A')));
  expect(new Set([...many.values()].map(({ letter }) => letter)).size).toBe(30);
});

it('draws rotations, leave over them and what nobody planned, and says days that differ', () => {
  const leave = [{ id: 'l', kind: 'vacation', fromOn: '2026-08-01', toOn: '2026-08-07' }];
  const [usual, offCycle] = drawn(
    fellow({ leave }),
    fellow({
      id: 'g',
      fromOn: '2026-09-01',
      toOn: '2027-08-31',
      rotations: [rotation('s', '2026-09-01', '2027-08-31', 60)],
    }),
  );
  expect(usual?.bars.map(({ kind, title, fromOn }) => [kind, title, fromOn])).toEqual([
    ['rotation', 'Clinic, Northgate ASC · 100 % on service', '2026-07-01'],
    ['leave', 'Vacation', '2026-08-01'],
    ['gap', 'no rotation', '2027-06-21'],
  ]);
  expect([usual?.note, usual?.lanes, offCycle?.note]).toEqual(['', 1, 'Sep 1 to Aug 31, 2027']);
  expect((offCycle?.bars[0] as RotationBar).labels).toEqual([
    'Northgate ASC · 60 %',
    'Northgate ASC',
    'Northgate',
  ]);
});

it('leaves out whom this year does not touch, and says what is missing first', () => {
  expect(drawn(fellow({ fromOn: '2027-07-01', toOn: '2028-06-30', rotations: [] }))).toEqual([]);
  expect(findingOf([], today)).toBe('Nobody is in training in this year');
  expect(findingOf(drawn(fellow()), today)).toBe('A. Okafor has no rotation, Jun 21, 2027 to Jun 30, 2027');
  expect(findingOf(drawn(fellow(), fellow({ id: 'g' })), today)).toMatch(/; 1 more such stretches$/);
  expect(findingOf(drawn(fellow({ rotations: [rotation('r', span.fromOn, span.toOn)] })), today)).toBe(
    'Everybody in training has a rotation',
  );
});

it('knows what speaks against days before they are sent', () => {
  const one = fellow({
    rotations: [rotation('r', '2026-07-01', '2026-07-31'), rotation('s', '2026-08-01', '2026-08-31')],
  });
  const against = (fromOn: string, toOn: string) =>
    wordsAgainst({ fellow: one, rotation: one.rotations[0]! }, { fromOn, toOn }, [one]);
  expect(against('2026-07-01', '2026-08-01')).toBe(
    'Some of these days are taken: Aug 1, 2026 to Aug 31, 2026.',
  );
  expect(against('2026-06-30', '2026-07-01')).toBe('On this day the fellow is not in training here.');
  expect(against('2026-09-01', '2026-09-30')).toBeUndefined();
});
