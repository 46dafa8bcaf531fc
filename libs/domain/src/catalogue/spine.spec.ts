import { levelsOfType } from './spine';
import { sides } from './vocabulary';

describe('the levels that exist', () => {
  it.each([
    ['vertebra', ['C1', 'T12', 'L5', 'S5'], ['C0', 'C8', 'T13', 'L6', 'S6']],
    ['interspace', ['C2-3', 'C7-T1', 'T12-L1', 'L5-S1'], ['C7-8', 'L5-6', 'L4-L5']],
    ['joint', ['C0-1', 'C1-2', 'sacrococcygeal'], ['C0-C1']],
    ['nerve-root', ['C8', 'S4'], ['C9', 'TON']],
    ['medial-branch', ['TON', 'C8', 'L5 DR'], ['C2', 'L5']],
    ['lateral-branch', ['L5 DR', 'S3'], ['S5']],
    ['nerve-division', ['V1', 'V3'], ['V4']],
    ['none', [], ['L4']],
  ] as const)('of type %s', (levelType, real, unreal) => {
    for (const level of real) expect(levelsOfType[levelType]?.has(level)).toBe(true);
    for (const level of unreal) expect(levelsOfType[levelType]?.has(level)).toBe(false);
  });

  it('have the four sides of the wire', () => {
    expect(sides).toEqual(['left', 'right', 'bilateral', 'midline']);
  });
});
