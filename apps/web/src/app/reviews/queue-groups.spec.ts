import type { EntryView } from '@countersign/contracts/entries/views';
import { fellowsOf, groupQueue } from './queue-groups';

const entry = (id: string, fellow: string, itemName: string): EntryView =>
  ({
    id,
    fellow: { id: fellow, name: fellow },
    content: { procedures: [{ itemName }] },
  }) as unknown as EntryView;

it('groups by fellow and procedure, each group where its oldest entry stands', () => {
  const queue = [
    entry('1', 'Okafor', 'TFESI'),
    entry('2', 'Tanaka', 'Stellate'),
    entry('3', 'Okafor', 'TFESI'),
    entry('4', 'Okafor', 'MBB'),
  ];
  const groups = groupQueue(queue);
  expect(groups.map((group) => [group.fellow, group.procedure, group.entries.map(({ id }) => id)])).toEqual([
    ['Okafor', 'TFESI', ['1', '3']],
    ['Tanaka', 'Stellate', ['2']],
    ['Okafor', 'MBB', ['4']],
  ]);
  expect(fellowsOf(groups).map((fellow) => [fellow.name, fellow.waiting, fellow.groups.length])).toEqual([
    ['Okafor', 3, 2],
    ['Tanaka', 1, 1],
  ]);
  expect(groupQueue([])).toEqual([]);
});
