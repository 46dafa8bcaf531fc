import type { Side } from '../catalogue';
import { shippedItem } from '../catalogue/testdata/shipped-catalogue';
import { checkLevels } from './check-levels';
import type { DraftProcedure } from './entry';

type Located = Pick<DraftProcedure, 'levels' | 'side'>;

function problems(itemId: string, located: Located, stage: 'draft' | 'submitted' = 'submitted'): string[] {
  const procedure = { itemId, techniques: [], complications: [], ...located };
  return checkLevels(procedure, shippedItem(itemId), { pointer: '/p', stage }).map(
    ({ code, field }) => `${code} ${field}`,
  );
}

describe('the levels of a procedure', () => {
  it('are those of its item, with their side', () => {
    const levels = [
      { level: 'L4', side: 'left' },
      { level: 'L5', side: 'bilateral' },
    ] as const;
    expect(problems('esi-tf-lumbar', { levels })).toEqual([]);
    const wrong = checkLevels(
      {
        itemId: 'esi-tf-lumbar',
        techniques: [],
        complications: [],
        levels: [{ level: 'L6', side: 'midline' }],
      },
      shippedItem('esi-tf-lumbar'),
      { pointer: '/procedures/2', stage: 'draft' },
    );
    expect(wrong).toEqual([
      {
        ok: false,
        code: 'entry/level-not-of-item',
        field: '/procedures/2/levels/0/level',
        detail: { level: 'L6' },
      },
      {
        ok: false,
        code: 'entry/side-not-of-item',
        field: '/procedures/2/levels/0/side',
        detail: { side: 'midline' },
      },
    ]);
  });

  it('are needed, each with a side, before a supervisor sees them', () => {
    expect(problems('esi-tf-lumbar', { levels: [] })).toEqual(['entry/required /p/levels']);
    const levels = [{ level: 'L4', side: 'left' as const }, { level: 'L5' }];
    expect(problems('esi-tf-lumbar', { levels })).toEqual(['entry/required /p/levels/1/side']);
    expect(problems('esi-tf-lumbar', { levels }, 'draft')).toEqual([]);
    expect(problems('esi-tf-lumbar', { levels: [] }, 'draft')).toEqual([]);
    expect(problems('blood-patch', { levels: [{ level: 'L3-4' }] })).toEqual([]);
    expect(problems('esi-caudal', { levels: [] })).toEqual([]);
  });

  it('are one where the item takes one, on whatever sides', () => {
    const two = [
      { level: 'C6-7', side: 'midline' as const },
      { level: 'C7-T1', side: 'midline' as const },
    ];
    expect(problems('esi-il-cervical', { levels: two })).toEqual([
      'entry/single-level-item /p/levels/1/level',
    ]);
    const onePlace = [
      { level: 'C7-T1', side: 'left' as const },
      { level: 'C7-T1', side: 'right' as const },
    ];
    expect(problems('esi-il-cervical', { levels: onePlace })).toEqual([]);
  });

  it.each([
    ['left', 'left', true],
    ['left', 'right', false],
    ['left', 'bilateral', true],
    ['bilateral', 'right', true],
    ['bilateral', 'bilateral', true],
    ['midline', 'midline', true],
    ['midline', 'bilateral', false],
    ['bilateral', 'midline', false],
    ['midline', 'left', false],
    [undefined, undefined, true],
    [undefined, 'bilateral', false],
  ] as const)('named %s and then %s are the same: %s', (first, second, isSame) => {
    const at = (side: Side | undefined) => ({ level: 'L5', ...(side === undefined ? {} : { side }) });
    const levels = [at(first), at(second)];
    const expected = isSame ? ['entry/duplicate-level /p/levels/1'] : [];
    expect(problems('superior-hypogastric', { levels }, 'draft')).toEqual(expected);
  });

  it('may be named again on the other side or elsewhere', () => {
    const levels = [
      { level: 'L4', side: 'left' },
      { level: 'L5', side: 'left' },
      { level: 'L4', side: 'left' },
    ] as const;
    expect(problems('esi-tf-lumbar', { levels })).toEqual(['entry/duplicate-level /p/levels/2']);
  });
});

describe('the side of a procedure', () => {
  it('stands once beside an item without levels', () => {
    expect(problems('si-joint', { levels: [], side: 'left' })).toEqual([]);
    expect(problems('si-joint', { levels: [] })).toEqual(['entry/required /p/side']);
    expect(problems('si-joint', { levels: [] }, 'draft')).toEqual([]);
    expect(problems('si-joint', { levels: [], side: 'midline' }, 'draft')).toEqual([
      'entry/side-not-of-item /p/side',
    ]);
    const caudal = {
      itemId: 'esi-caudal',
      techniques: [],
      complications: [],
      levels: [],
      side: 'left' as const,
    };
    expect(checkLevels(caudal, shippedItem('esi-caudal'), { pointer: '/p', stage: 'draft' })).toEqual([
      { ok: false, code: 'entry/side-not-of-item', field: '/p/side', detail: { side: 'left' } },
    ]);
    expect(problems('esi-caudal', { levels: [], side: 'left' }, 'draft')).toEqual([
      'entry/side-not-of-item /p/side',
    ]);
  });

  it('stands on each level of an item with levels', () => {
    const levels = [{ level: 'L4' }];
    expect(problems('esi-tf-lumbar', { levels, side: 'left' }, 'draft')).toEqual([
      'entry/side-on-level /p/side',
    ]);
  });

  it('of muscles and nerves stands on each or once for all', () => {
    const nerves = [
      { level: 'superior-medial' },
      { level: 'superior-lateral' },
      { level: 'inferior-medial' },
    ];
    expect(problems('rfa-genicular', { levels: nerves, side: 'right' })).toEqual([]);
    expect(problems('rfa-genicular', { levels: nerves })).toHaveLength(3);
    const muscles = [
      { level: 'trapezius', side: 'bilateral' },
      { level: 'rhomboid', side: 'left' },
    ] as const;
    expect(problems('tpi', { levels: muscles })).toEqual([]);
    expect(problems('tpi', { levels: muscles, side: 'left' }, 'draft')).toEqual([
      'entry/side-on-level /p/side',
    ]);
    expect(problems('tpi', { levels: [{ level: 'biceps' }] }, 'draft')).toEqual([
      'entry/level-not-of-item /p/levels/0/level',
    ]);
  });
});
