import type { Side } from '../catalogue';
import type { ProcedureRole } from '../catalogue';
import { checkCaseRoles, type CaseProcedure } from './joint-case';

function performed(itemId: string, side?: Side, role: ProcedureRole = 'performed'): CaseProcedure {
  return { itemId, role, levels: [], ...(side === undefined ? {} : { side }) };
}

function conflicts(mine: CaseProcedure, theirs: CaseProcedure): boolean {
  const found = checkCaseRoles([mine], [theirs]).length;
  expect(checkCaseRoles([theirs], [mine])).toHaveLength(found);
  return found > 0;
}

describe('two fellows in one case', () => {
  it('cannot both have performed the same procedure on the same side', () => {
    const mine = [performed('tpi', 'left'), performed('si-joint', 'left')];
    expect(checkCaseRoles(mine, [performed('si-joint', 'left')])).toEqual([
      { ok: false, code: 'entry/two-performed', field: '/procedures/1/role', detail: { itemId: 'si-joint' } },
    ]);
  });

  it.each([
    ['left', 'right', false],
    ['left', 'bilateral', true],
    ['bilateral', 'right', true],
    ['bilateral', 'bilateral', true],
    ['midline', 'midline', true],
    ['midline', 'bilateral', false],
    [undefined, 'left', true],
    [undefined, undefined, true],
  ] as const)('conflict on %s and %s: %s', (one, other, expected) => {
    expect(conflicts(performed('si-joint', one), performed('si-joint', other))).toBe(expected);
  });

  it('may have done different procedures, or different parts of one', () => {
    expect(conflicts(performed('si-joint', 'left'), performed('tpi', 'left'))).toBe(false);
    for (const role of ['observed', 'assisted', 'performed-part', 'taught'] as const) {
      expect(conflicts(performed('si-joint', 'left'), performed('si-joint', 'left', role))).toBe(false);
      expect(conflicts(performed('si-joint', 'left', role), performed('si-joint', 'left', role))).toBe(false);
    }
  });

  it('are told apart by the side of the levels, not by the levels', () => {
    const at = (level: string, side: Side): CaseProcedure => ({
      itemId: 'esi-tf-lumbar',
      role: 'performed',
      levels: [{ level, side }],
    });
    expect(conflicts(at('L4', 'left'), at('L5', 'left'))).toBe(true);
    expect(conflicts(at('L4', 'left'), at('L4', 'right'))).toBe(false);
    const both: CaseProcedure = {
      ...at('L4', 'left'),
      levels: [
        { level: 'L4', side: 'left' },
        { level: 'L5', side: 'right' },
      ],
    };
    expect(conflicts(both, at('L4', 'right'))).toBe(true);
  });
});
