import { canonicalJson, type JsonValue } from './index';
import { sha256Now } from './testdata/crypto-adapters';
import { file, toHex } from './testdata/files';

const nested = (depth: number): JsonValue => {
  let value: JsonValue = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

/** An object whose prototype has members but no prototype. */
const inheriting = (members: object): object =>
  Object.create(Object.assign(Object.create(null) as object, members)) as object;

/** With a method that is no enumerable member. */
const withHidden = (value: object, name: string): object =>
  Object.defineProperty(value, name, { value: () => 'other', enumerable: false });

describe('Canonical JSON', () => {
  // Texts of the RFC's authors (cyberphone/json-canonicalization, testdata), and the SHA-256 of the canonical ones.
  it.each([
    ['arrays', '099601b171cafed97c333f8878d68e7f8c8f795412adb34b2fdcf0e7c7beac42'],
    ['french', 'd99d0ebdcb0033cb858cfa830ae46bc0fb3309413b271f1da828c89901a27ed5'],
    ['structures', '605f65004ec2db7692522a0852c22f1c989e036d547e88963d1a3143cf3195d5'],
    ['unicode', '0d99aad92a125196ff887876643fd3206786a84ddce2cee52ba4ad256d2381d3'],
    ['values', '2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb'],
    ['weird', '6af595a9aa80110b964b4de3f82a05fa6ae7423005019bacfa2620dddc4e94d1'],
  ])('reproduces RFC 8785 vector %s', (name, digest) => {
    const text = canonicalJson(JSON.parse(file(`jcs-${name}.in.json`)) as JsonValue);
    expect(text).toBe(file(`jcs-${name}.out.json`));
    expect(toHex(sha256Now(Buffer.from(text)))).toBe(digest);
  });

  it.each([
    ['4340000000000001', '9007199254740994'],
    ['4340000000000002', '9007199254740996'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['8000000000000000', '0'],
  ])('writes the number with bits %s as %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it.each([
    ['NaN', NaN, 'ledger/not-finite', ''],
    ['an infinity', { deep: [-Infinity] }, 'ledger/not-finite', '/deep/0'],
    ['undefined', { a: undefined }, 'ledger/not-plain-json', '/a'],
    ['a hole of an array', Object.assign(new Array(3), { 0: 1, 2: 2 }), 'ledger/not-plain-json', '/1'],
    ['a date', { at: new Date(0) }, 'ledger/not-plain-json', '/at'],
    ['a bigint', 1n, 'ledger/not-plain-json', ''],
    ['a function', () => 1, 'ledger/not-plain-json', ''],
    ['a map', { 'a/b~c': new Map() }, 'ledger/not-plain-json', '/a~1b~0c'],
    ['a boxed number', Object(1), 'ledger/not-plain-json', ''],
    ['a symbol as key', { [Symbol('s')]: 1 }, 'ledger/not-plain-json', ''],
    ['an array with a member', { list: Object.assign([1], { more: 2 }) }, 'ledger/not-plain-json', '/list'],
    ['the outcome of a match', ['a'.match(/a/)], 'ledger/not-plain-json', '/0'],
    ['an array with a symbol', Object.assign([], { [Symbol('s')]: 1 }), 'ledger/not-plain-json', ''],
    ['an object with a form of its own', inheriting({ toJSON: () => 'other' }), 'ledger/not-plain-json', ''],
    ['an array with a form of its own', withHidden([1], 'toJSON'), 'ledger/not-plain-json', ''],
    ['an object with a hidden form of its own', withHidden({ a: 1 }, 'toJSON'), 'ledger/not-plain-json', ''],
    ['a lone surrogate', { text: '\ud800' }, 'ledger/lone-surrogate', '/text'],
    ['a lone surrogate in a key', { '\udfff': 1 }, 'ledger/lone-surrogate', ''],
    ['a value that is nested too deep', nested(65), 'ledger/too-deep', '/0'.repeat(64)],
  ])('refuses %s before anything is hashed', (_name, value, code, field) => {
    expect(() => canonicalJson(value as JsonValue)).toThrow(expect.objectContaining({ code, field }));
  });

  it('refuses a value that holds itself', () => {
    const circle: JsonValue[] = [];
    circle.push(circle);
    expect(() => canonicalJson(circle)).toThrow(expect.objectContaining({ code: 'ledger/too-deep' }));
  });

  it('keeps a member by the name of the prototype', () => {
    const text = '{"__proto__":{"a":1},"b":2}';
    expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
  });

  it('takes a member by the name of the form of its own, if that is data', () => {
    expect(canonicalJson({ toJSON: 1, b: [{ toJSON: 'x' }] })).toBe('{"b":[{"toJSON":"x"}],"toJSON":1}');
  });

  it('takes 64 levels, whole surrogate pairs and objects without a prototype', () => {
    expect(canonicalJson(nested(64))).toBe(`${'['.repeat(64)}1${']'.repeat(64)}`);
    expect(canonicalJson(Object.assign(Object.create(null), { smiley: '😂' }) as JsonValue)).toBe(
      '{"smiley":"😂"}',
    );
  });
});
