import fc from 'fast-check';
import { readJson } from './read-json';

describe('A JSON text from outside', () => {
  it.each([
    ['{"a":1,"a":1}', 'credential/duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'credential/duplicate-key'],
    ['{"x":[{"deep":{"k" :1, "k"\n:2}}]}', 'credential/duplicate-key'],
    ['{"__proto__":1,"__proto__":2}', 'credential/duplicate-key'],
    ['{"a":1,}', 'credential/not-json'],
    ['', 'credential/not-json'],
    ['\ufeff{}', 'credential/not-json'],
    ['{} {}', 'credential/not-json'],
    ['{}\0', 'credential/not-json'],
    ['{}\u00a0', 'credential/not-json'],
    ['{"a":01}', 'credential/not-json'],
    ['{"a":NaN}', 'credential/not-json'],
    ['{"a":"\n"}', 'credential/not-json'],
    ['undefined', 'credential/not-json'],
    ['{"a":"\udc00"}', 'credential/not-canonical'],
    ['{"\ud800":1}', 'credential/not-canonical'],
    ['{"a":1e400}', 'credential/not-canonical'],
    ['{"a":"\\ud800"}', 'credential/not-canonical'],
    ['['.repeat(65) + ']'.repeat(65), 'credential/too-deep'],
    ['['.repeat(400_000) + ']'.repeat(400_000), 'credential/too-deep'],
    ['{"a":'.repeat(65) + '1' + '}'.repeat(65), 'credential/too-deep'],
  ])('is refused for its structure: %#', (text, code) => {
    expect(readJson(text)).toMatchObject({ ok: false, code });
  });

  it.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a":"a","b":"a"}',
    '["a","a"]',
    '{"\\"a\\"":"{\\"a\\":1,","a":"\\\\"}',
    '[[],[],{}]',
    '"a"',
    '{\r\n"a": 1,\r\n"b": 1}\r\n',
  ])('may use a name again elsewhere, and any sign in a text: %s', (text) => {
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t'), (json, space) => {
        const value: unknown = JSON.parse(json);
        expect(readJson(JSON.stringify(value, null, space))).toEqual({ ok: true, value });
      }),
      { numRuns: 500 },
    );
  });

  it('finds a doubled member of any object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (members, at) => {
        const texts = Object.entries(members).map(
          ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
        );
        const text = `[{${[...texts, texts[at % texts.length]].join(', ')}}]`;
        expect(readJson(text)).toEqual({ ok: false, code: 'credential/duplicate-key' });
      }),
      { numRuns: 500 },
    );
  });
});
