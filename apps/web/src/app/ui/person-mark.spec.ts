import { initialsOf } from './person-mark';

it.each([
  ['A. Okafor', 'AO'],
  ['Maria del Carmen Ruiz', 'MR'],
  ['Dr. Lindqvist', 'L'],
  ['Dr Ann Osei, MD', 'AO'],
  ['Ōyama', 'Ō'],
  ['', ''],
])('marks %p with %p', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
