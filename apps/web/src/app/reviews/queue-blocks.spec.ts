import { entryView } from '../testing/program';
import { alikeAfterReply, blocksOf, pulledBeside } from './queue-blocks';
import type { QueuePlace } from './queue-visit';

const place = (id: string, change: Partial<QueuePlace> = {}): QueuePlace => ({
  entry: entryView({ id, acts: { review: true } }),
  standing: 'waiting',
  ...change,
});
const none: ReadonlySet<string> = new Set();
const shape = (...parameters: Parameters<typeof blocksOf>) =>
  blocksOf(...parameters).map((block) =>
    block.kind === 'one' ? block.id : block.entries.map(({ id }) => id),
  );

describe('Entries that are alike', () => {
  const places = ['a', 'b', 'c', 'd', 'e'].map((id) => place(id));

  it('share a card at the place of the oldest, from three on', () => {
    expect(shape(places, [['b', 'd', 'e']], none)).toEqual(['a', ['b', 'd', 'e'], 'c']);
    expect(shape(places, [['b', 'd']], none)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are gathered once in a visit: what stood by itself stays, and what is new may be gathered', () => {
    const reply = { batches: [{ entryIds: ['a', 'x', 'y', 'z'] }, { entryIds: ['b', 'c', 'w'] }] };
    expect(alikeAfterReply([['d', 'e', 'f']], new Set(['a', 'b', 'c']), reply)).toEqual([
      ['d', 'e', 'f'],
      ['x', 'y', 'z'],
    ]);
    expect(alikeAfterReply([], none, undefined)).toEqual([]);
  });

  it('leave their card when they are decided, changed, gone or opened, and the card ends with the third', () => {
    const alike = [['a', 'b', 'c', 'd']];
    const without = (id: string, change: Partial<QueuePlace>) =>
      shape(
        places.map((one) => (one.entry.id === id ? place(id, change) : one)),
        alike,
        none,
      );
    expect(without('b', { standing: 'decided' })).toEqual([['a', 'c', 'd'], 'e']);
    expect(without('b', { standing: 'withdrawn' })).toEqual([['a', 'c', 'd'], 'b', 'e']);
    expect(without('a', { changed: [] })).toEqual(['a', ['b', 'c', 'd'], 'e']);
    expect(shape(places, alike, new Set(['a', 'b']))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('have beside them what was pulled out of the same fellow’s same procedures', () => {
    const other = entryView({ id: 'other', fellow: { id: 'else', name: 'Else' } });
    const [one, odd] = [entryView({ id: 'one' }), entryView({ id: 'odd' })];
    const reasons = ['complication' as const];
    const pulled = [odd, other].map(({ id }) => ({ entryId: id, reasons }));
    expect(pulledBeside([one], [one, odd, other], pulled)).toEqual([{ entry: odd, reasons }]);
  });
});
