import type { EntryView } from '@countersign/contracts/entries/views';
import { groupQueue, inOrder, startOf } from './queue-groups';

const entry = (id: string, fellow: string, itemName: string): EntryView =>
  ({
    id,
    fellow: { id: fellow.toLowerCase(), name: fellow },
    content: { procedures: [{ itemName }] },
  }) as unknown as EntryView;

const queue = [
  entry('1', 'Okafor', 'TFESI'),
  entry('2', 'Tanaka', 'Stellate'),
  entry('3', 'Okafor', 'MBB'),
  entry('4', 'Okafor', 'TFESI'),
  entry('5', 'Tanaka', 'Stellate'),
];
const said = (fellows: ReturnType<typeof groupQueue>) =>
  fellows.map(({ name, entries, procedures }) => [
    `${name} ${entries.length}`,
    ...procedures.map((one) => `${one.name} ${one.entries.map(({ id }) => id).join(',')}`),
  ]);

it('stands by fellow, the one with the oldest entry first, and inside by procedure, oldest first', () => {
  expect(said(groupQueue(queue))).toEqual([
    ['Okafor 3', 'TFESI 1,4', 'MBB 3'],
    ['Tanaka 2', 'Stellate 2,5'],
  ]);
  expect(groupQueue([])).toEqual([]);
});

it('names each fellow once, also where two have the same name', () => {
  const twin = { ...entry('6', 'Okafor', 'TFESI'), fellow: { id: 'other', name: 'Okafor' } };
  expect(groupQueue([...queue, twin]).map(({ id }) => id)).toEqual(['okafor', 'tanaka', 'other']);
});

it('is stepped through in the order in which it is shown', () => {
  expect(inOrder(groupQueue(queue)).map(({ id }) => id)).toEqual(['1', '4', '3', '2', '5']);
});

it('starts with so many entries, and still tells how many each fellow has', () => {
  expect(said(startOf(groupQueue(queue), 2))).toEqual([['Okafor 3', 'TFESI 1,4']]);
  expect(said(startOf(groupQueue(queue), 4))).toEqual([
    ['Okafor 3', 'TFESI 1,4', 'MBB 3'],
    ['Tanaka 2', 'Stellate 2'],
  ]);
});
