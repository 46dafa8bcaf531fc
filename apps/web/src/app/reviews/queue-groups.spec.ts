import type { EntryView } from '@countersign/contracts/entries/views';
import { groupQueue } from './queue-groups';
import type { QueuePlace } from './queue-visit';

const entry = (id: string, fellow: string, itemName: string): QueuePlace => ({
  standing: 'waiting',
  entry: {
    id,
    fellow: { id: fellow.toLowerCase(), name: fellow },
    content: { procedures: [{ itemName }] },
  } as unknown as EntryView,
});

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
  const sixth = entry('6', 'Okafor', 'TFESI');
  const twin = { ...sixth, entry: { ...sixth.entry, fellow: { id: 'other', name: 'Okafor' } } };
  expect(groupQueue([...queue, twin]).map(({ id }) => id)).toEqual(['okafor', 'tanaka', 'other']);
});

it('moves no group when its oldest entry is decided, and leaves out what is empty', () => {
  const after = (...ids: string[]) =>
    queue.map((place): QueuePlace =>
      ids.includes(place.entry.id) ? { ...place, standing: 'decided' } : place,
    );
  expect(said(groupQueue(after('1')))).toEqual([
    ['Okafor 2', 'TFESI 4', 'MBB 3'],
    ['Tanaka 2', 'Stellate 2,5'],
  ]);
  expect(said(groupQueue(after('1', '4', '2', '5')))).toEqual([['Okafor 1', 'MBB 3']]);
});
