import type { DraftProcedure } from './entry';
import { checkRepeatedRows } from './repeated-rows';

const row: DraftProcedure = {
  itemId: 'esi-tf-lumbar',
  levels: [
    { level: 'L4', side: 'left' },
    { level: 'L5', side: 'left' },
  ],
  techniques: ['a', 'b'],
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
};

describe('Counting (i): a row that equals an earlier one in all but the self-rating', () => {
  const repeated = (...others: Partial<DraftProcedure>[]) =>
    checkRepeatedRows([row, ...others.map((other) => ({ ...row, ...other }))]).map(({ field, detail }) => [
      field,
      detail,
    ]);

  it('is refused, and names the row that it repeats', () => {
    expect(repeated({})).toEqual([['/procedures/1', { place: 1 }]]);
    expect(repeated({ role: 'assisted' }, { role: 'assisted', selfHelp: 3 })).toEqual([
      ['/procedures/2', { place: 2 }],
    ]);
    expect(repeated({ selfHelp: 2 })).toHaveLength(1);
  });

  it('is the same whatever order its levels and techniques were picked in', () => {
    expect(repeated({ levels: row.levels.toReversed(), techniques: ['b', 'a'] })).toHaveLength(1);
  });

  it('is another row where anything else differs', () => {
    const others: Partial<DraftProcedure>[] = [
      { itemId: 'esi-tf-sacral' },
      { region: 'lumbar' },
      { side: 'left' },
      { levels: [{ level: 'L4', side: 'right' }] },
      { guidance: 'ct' },
      { techniques: ['a'] },
      { role: 'assisted' },
      { supervision: 'indirect-immediate' },
      { outcome: 'converted' },
      { complications: ['vasovagal'] },
    ];
    for (const other of others) expect(repeated(other)).toEqual([]);
    const aborted = { outcome: 'aborted' } as const;
    expect(
      repeated({ ...aborted, abortedReason: 'pain' }, { ...aborted, abortedReason: 'blood pressure' }),
    ).toEqual([]);
  });
});
