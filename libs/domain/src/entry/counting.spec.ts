import { shippedItem } from '../catalogue/testdata/shipped-catalogue';
import { countProcedure } from './counting';
import type { LevelAndSide } from './entry';

function count(itemId: string, ...levels: LevelAndSide[]) {
  return countProcedure({ levels }, shippedItem(itemId));
}

describe('how a procedure counts', () => {
  it('is by level and side where the item is counted by level', () => {
    expect(count('esi-tf-lumbar', { level: 'L4', side: 'left' })).toEqual({ sessions: 1, levels: 1 });
    expect(
      count('esi-tf-lumbar', { level: 'L4', side: 'bilateral' }, { level: 'L5', side: 'right' }),
    ).toEqual({
      sessions: 1,
      levels: 3,
    });
    expect(count('kyphoplasty', { level: 'T12' }, { level: 'L1', side: 'midline' })).toEqual({
      sessions: 1,
      levels: 2,
    });
  });

  it('is by different levels, whatever the side, where a session is counted', () => {
    expect(count('scs-trial', { level: 'T8', side: 'left' }, { level: 'T8', side: 'right' }).levels).toBe(1);
    expect(
      count('scs-trial', { level: 'T8', side: 'midline' }, { level: 'T9', side: 'midline' }).levels,
    ).toBe(2);
    expect(count('esi-il-cervical', { level: 'C7-T1', side: 'bilateral' })).toEqual({
      sessions: 1,
      levels: 1,
    });
  });

  it('is one where an item has no levels, however many muscles or nerves were treated', () => {
    expect(count('esi-caudal')).toEqual({ sessions: 1, levels: 1 });
    expect(
      count('tpi', { level: 'trapezius', side: 'left' }, { level: 'rhomboid', side: 'left' }).levels,
    ).toBe(1);
    expect(count('exp-continuity')).toEqual({ sessions: 1, levels: 1 });
  });

  it('is one while no level has been recorded', () => {
    expect(count('esi-tf-lumbar')).toEqual({ sessions: 1, levels: 1 });
    expect(count('scs-trial')).toEqual({ sessions: 1, levels: 1 });
  });

  it('adds the joints that medial branches serve', () => {
    const three = ['L3', 'L4', 'L5 DR'].map((level) => ({ level, side: 'bilateral' as const }));
    expect(count('mbb-lumbar', ...three)).toEqual({ sessions: 1, levels: 6, joints: 4 });
    expect(count('rfa-mb-cervical', { level: 'TON', side: 'left' })).toEqual({
      sessions: 1,
      levels: 1,
      joints: 1,
    });
    expect(count('restorative-multifidus', { level: 'L2', side: 'bilateral' })).toEqual({
      sessions: 1,
      levels: 1,
    });
  });
});
