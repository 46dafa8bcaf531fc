import { foreignIn, MOST_PROBLEMS } from './plain-json';

const told = (value: unknown) => foreignIn(value).map(({ pointer, code }) => `${pointer} ${code}`);

describe('What no body may hold', () => {
  it('is named with its place', () => {
    expect(told({ list: [null, [1]], note: null })).toEqual([
      '/list/0 request/wrong-type',
      '/list/1 request/wrong-type',
      '/note request/wrong-type',
    ]);
  });

  it('is a field that every object has anyway', () => {
    const sent = JSON.parse(
      '{"__proto__":{},"email":{"constructor":1},"toString":"","hasOwnProperty":[]}',
    ) as object;
    expect(told(sent)).toEqual([
      '/__proto__ request/unknown-field',
      '/email/constructor request/unknown-field',
      '/toString request/unknown-field',
      '/hasOwnProperty request/unknown-field',
    ]);
  });

  it('is a character that cannot be recorded or that hides another; letters of every language stay', () => {
    const bad = ['\0', 'a\u001b[2J', '\ud800', 'x\udc00', 'abc\u202egpj', '\u2066', '\u0085'];
    expect(told(bad)).toEqual(bad.map((_, place) => `/${place} request/forbidden-character`));
    expect(told(['Ärzte\tund\r\nPfleger', 'שלום\u200f', '👩🏽‍⚕️', 'क्षि', '日本語', '\u200c'])).toEqual([]);
  });

  it('is more or deeper than any body of ours, and the answer stays small', () => {
    const deep = JSON.parse('['.repeat(2000) + ']'.repeat(2000)) as unknown;
    expect(told(deep)).toEqual(['/0 request/wrong-type']);
    const nested = JSON.parse('{"a":'.repeat(2000) + '1' + '}'.repeat(2000)) as unknown;
    expect(told(nested)).toEqual([`${'/a'.repeat(17)} request/wrong-type`]);
    const keys = Object.fromEntries(Array.from({ length: 15_000 }, (_, n) => [`k${n}`, 1]));
    expect(told(keys)).toEqual(['/k100 request/unknown-field']);
    expect(told({ list: Array.from({ length: 50_000 }, () => null) })).toEqual([
      '/list/300 request/wrong-type',
    ]);
    expect(told(Array.from({ length: 200 }, () => null))).toHaveLength(MOST_PROBLEMS);
    const [long] = foreignIn({ ['n'.repeat(10_000)]: null });
    expect(long?.pointer).toHaveLength(65);
  });
});
