import { levelName, levelsInWords, whereInWords } from './catalogue';

it('says levels with their sides in one line', () => {
  expect(
    levelsInWords([
      { level: 'L4', side: 'left' },
      { level: 'L5', side: 'left' },
    ]),
  ).toBe('L4, L5 left');
  expect(
    levelsInWords([
      { level: 'L4', side: 'left' },
      { level: 'L5 DR', side: 'bilateral' },
    ]),
  ).toBe('L4 left, L5 DR both sides');
  expect(levelsInWords([{ level: 'L4-5' }])).toBe('L4-5');
  expect(levelsInWords([])).toBe('');
  expect(levelName('vertebral-body')).toBe('Vertebral body');
});

it('says where in the body, starting large where a side stands alone', () => {
  expect(whereInWords({ levels: [], side: 'bilateral' })).toBe('Both sides');
  expect(whereInWords({ levels: [], side: 'left' })).toBe('Left');
  expect(whereInWords({ levels: [] })).toBe('');
  expect(whereInWords({ levels: [{ level: 'L4-5' }], side: 'midline' })).toBe('L4-5, midline');
});
