import fc from 'fast-check';
import { facetJoints, type Side } from '../catalogue';
import type { LevelAndSide } from './entry';
import { jointsOf } from './medial-branch';

function nerves(side: Side, ...levels: string[]): LevelAndSide[] {
  return levels.map((level) => ({ level, side }));
}

function joints(...treated: LevelAndSide[]): string[] {
  return jointsOf(treated).joints.map(({ joint, side }) => `${joint} ${side}`);
}

describe('the joints that medial branches serve', () => {
  it.each([
    [['TON'], ['C2-3']],
    [['C3', 'C4'], ['C3-4']],
    [
      ['C3', 'C4', 'C5', 'C6', 'C7'],
      ['C3-4', 'C4-5', 'C5-6', 'C6-7'],
    ],
    [['C7', 'C8'], ['C7-T1']],
    [['C8', 'T1'], ['T1-2']],
    [['T1', 'T2'], ['T2-3']],
    [['T3', 'T4'], ['T4-5']],
    [['T11', 'T12'], ['T12-L1']],
    [['T12', 'L1'], ['L1-2']],
    [['L3', 'L4'], ['L4-5']],
    [['L4', 'L5 DR'], ['L5-S1']],
    [
      ['L3', 'L4', 'L5 DR'],
      ['L4-5', 'L5-S1'],
    ],
  ])('%j are %j', (levels, expected) => {
    expect(joints(...nerves('left', ...levels))).toEqual(expected.map((joint) => `${joint} left`));
  });

  it('are none where a nerve between is missing: three nerves are not always two joints', () => {
    expect(jointsOf(nerves('right', 'L2', 'L4', 'L5 DR'))).toEqual({
      joints: [{ joint: 'L5-S1', side: 'right' }],
      unpaired: [{ level: 'L2', side: 'right' }],
    });
    expect(joints(...nerves('right', 'TON', 'C3'))).toEqual(['C2-3 right']);
  });

  it('are counted on each side for itself', () => {
    expect(joints(...nerves('bilateral', 'L3', 'L4'))).toEqual(['L4-5 left', 'L4-5 right']);
    expect(jointsOf([...nerves('left', 'L3'), ...nerves('right', 'L4')])).toEqual({
      joints: [],
      unpaired: [
        { level: 'L3', side: 'left' },
        { level: 'L4', side: 'right' },
      ],
    });
    expect(
      joints(...nerves('bilateral', 'L4'), ...nerves('left', 'L3'), ...nerves('right', 'L5 DR')),
    ).toEqual(['L4-5 left', 'L5-S1 right']);
  });

  it('need a side', () => {
    expect(jointsOf([{ level: 'L3' }, { level: 'L4', side: 'midline' }])).toEqual({
      joints: [],
      unpaired: [{ level: 'L3' }, { level: 'L4', side: 'midline' }],
    });
  });

  it('are only of nerves that serve facet joints', () => {
    expect(() => jointsOf(nerves('left', 'L3', 'L5'))).toThrow(
      expect.objectContaining({ code: 'entry/unknown-nerve', message: 'L5 is not a medial branch' }),
    );
  });

  it('never grow by leaving a nerve out, and are the same on both sides', () => {
    const known = [...new Set([...facetJoints.values()].flat())];
    fc.assert(
      fc.property(fc.subarray(known), (levels) => {
        const left = jointsOf(nerves('left', ...levels)).joints.map(({ joint }) => joint);
        const right = jointsOf(nerves('right', ...levels)).joints.map(({ joint }) => joint);
        expect(right).toEqual(left);
        const fewer = jointsOf(nerves('left', ...levels.slice(1))).joints.map(({ joint }) => joint);
        expect(left).toEqual(expect.arrayContaining(fewer));
        expect(jointsOf(nerves('bilateral', ...levels)).joints).toHaveLength(2 * left.length);
      }),
    );
  });
});
