import type { Stretch } from '@countersign/domain/calendar';
import { inFreeOrder } from './in-free-order';

interface Move {
  readonly before: (Stretch & { readonly id: string }) | null;
  readonly after: Stretch;
}
const days = (fromOn: string, toOn: string) => ({ fromOn: `2026-${fromOn}`, toOn: `2026-${toOn}` });
const [summer, autumn] = [
  { id: 'summer', ...days('07-01', '09-30') },
  { id: 'autumn', ...days('10-01', '12-31') },
];
const longer = { before: summer, after: days('07-01', '10-31') };
const later = { before: autumn, after: days('11-01', '12-31') };
const order = (...moves: Move[]): Move[] => inFreeOrder<Stretch, Move>(moves, [summer, autumn], () => true);

describe('The order of moves on a schedule', () => {
  it('is the given one where every move finds its days free', () => {
    const shorter = { before: summer, after: days('07-01', '08-31') };
    const fresh = { before: null, after: days('09-01', '09-30') };
    expect(order(shorter, fresh, later)).toEqual([shorter, fresh, later]);
  });

  it('lets go first what makes room', () => {
    expect(order(longer, later)).toEqual([later, longer]);
  });

  it('is the given one where nothing makes room', () => {
    const swapped = [
      { before: summer, after: days('10-01', '12-31') },
      { before: autumn, after: days('07-01', '09-30') },
    ];
    expect(order(...swapped)).toEqual(swapped);
  });
});
