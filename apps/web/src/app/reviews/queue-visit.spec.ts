import { entryView } from '../testing/program';
import { afterReply, nextWaiting, lookedUp, type QueuePlace } from './queue-visit';

const waiting = (id: string, revision = 1) => entryView({ id, revision, acts: { review: true } });
const said = (places: readonly QueuePlace[]) =>
  places.map(({ entry, standing }) => `${entry.id} ${standing}`);
const decision = {
  kind: 'approved' as const,
  by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
  at: 1,
  undone: false,
};

it('keeps the order of the first reply; what comes in later is the last, what is missing was withdrawn', () => {
  const first = afterReply([], [waiting('a'), waiting('b'), waiting('c')]);
  expect(said(afterReply(first, [waiting('d'), waiting('c', 2), waiting('a')]))).toEqual([
    'a waiting',
    'b withdrawn',
    'c waiting',
    'd waiting',
  ]);
});

it('tells what changed in an entry that was open, and nothing about one that is as it was', () => {
  const place: QueuePlace = { entry: waiting('a'), standing: 'waiting' };
  const newer = waiting('a', 3);
  const [procedure] = newer.content.procedures;
  const assisted = {
    ...newer,
    content: { ...newer.content, procedures: [{ ...procedure!, role: 'assisted' as const }] },
  };
  expect(lookedUp(place, assisted).changed).toEqual([
    { pointer: '/procedures/0/role', values: { before: 'performed', after: 'assisted' } },
  ]);
  expect(lookedUp(place, newer).changed).toEqual([]);
  expect(lookedUp(place, waiting('a'))).toBe(place);
});

it('leaves a decided entry alone until the server knows more of it than the page', () => {
  const place: QueuePlace = { entry: waiting('a', 2), standing: 'decided' };
  expect(said([...afterReply([place], [waiting('a', 1)]), ...afterReply([place], [])])).toEqual([
    'a decided',
    'a decided',
  ]);
  expect(afterReply([place], [waiting('a', 3)])).toEqual([{ entry: waiting('a', 3), standing: 'waiting' }]);
});

it('says why nothing is left to decide', () => {
  const place: QueuePlace = { entry: waiting('a'), standing: 'waiting' };
  const [version] = place.entry.versions;
  const gone = [
    entryView({ id: 'a', revision: 2, state: 'void' }),
    entryView({ id: 'a', revision: 2, state: 'approved' }),
    entryView({ id: 'a', revision: 2, versions: [{ ...version!, decisions: [decision] }] }),
  ];
  expect(gone.map((entry) => lookedUp(place, entry).standing)).toEqual([
    'void',
    'withdrawn',
    'decided-elsewhere',
  ]);
});

it('goes down the list, and from its end to the oldest that still waits', () => {
  const places = ['a', 'b', 'c', 'd'].map((id): QueuePlace => ({ entry: waiting(id), standing: 'waiting' }));
  const decided = (...ids: string[]) =>
    places.map((place): QueuePlace =>
      ids.includes(place.entry.id) ? { ...place, standing: 'decided' } : place,
    );
  expect(nextWaiting(decided('b'), 'b')).toBe('c');
  expect(nextWaiting(decided('b', 'c'), 'b')).toBe('d');
  expect(nextWaiting(decided('a', 'd'), 'd')).toBe('b');
  expect(nextWaiting(decided('a', 'b', 'c', 'd'), 'd')).toBeUndefined();
});
