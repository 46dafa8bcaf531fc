import { levelName, levelsInWords, whereInWords } from './catalogue';

it('says levels with their sides in one line', () => {
  expect(
    levelsInWords(
      [
        { level: 'L4', side: 'left' },
        { level: 'L5', side: 'left' },
      ],
      undefined,
    ),
  ).toBe('L4, L5 left');
  expect(
    levelsInWords(
      [
        { level: 'L4', side: 'left' },
        { level: 'L5 DR', side: 'bilateral' },
      ],
      undefined,
    ),
  ).toBe('L4 left, L5 DR both sides');
  expect(levelsInWords([{ level: 'L4-5' }], undefined)).toBe('L4-5');
  expect(levelsInWords([], undefined)).toBe('');
  expect(levelName('vertebral-body', undefined)).toBe('Vertebral body');
});

it('says where in the body, starting large where a side stands alone', () => {
  expect(whereInWords({ levels: [], side: 'bilateral' }, undefined)).toBe('Both sides');
  expect(whereInWords({ levels: [], side: 'left' }, undefined)).toBe('Left');
  expect(whereInWords({ levels: [] }, undefined)).toBe('');
  expect(whereInWords({ levels: [{ level: 'L4-5' }], side: 'midline' }, undefined)).toBe('L4-5, midline');
});

it('says a key in the words of the edition once it is here', () => {
  const words = { word: (key: string) => (key === 'ipack' ? 'iPACK' : key) };
  expect(levelName('ipack', words)).toBe('iPACK');
  expect(whereInWords({ levels: [{ level: 'ipack' }], side: 'left' }, words)).toBe('iPACK, left');
});
