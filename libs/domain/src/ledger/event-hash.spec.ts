import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  chainHash,
  eventBytes,
  firstChainHash,
  leafHash,
  type JsonValue,
  type LedgerEvent,
} from './index';

const file = (name: string): string => readFileSync(join(__dirname, 'testdata', name), 'utf8');
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const vector = JSON.parse(file('derived.json')) as {
  logId: string;
  events: string[];
  leafHash: string[];
  chainHash: string[];
};

describe('Canonical JSON', () => {
  it.each(['arrays', 'french', 'structures', 'unicode', 'values', 'weird'])(
    'reproduces RFC 8785 vector %s',
    (name) => {
      expect(canonicalJson(JSON.parse(file(`jcs-${name}.in.json`)) as JsonValue)).toBe(
        file(`jcs-${name}.out.json`),
      );
    },
  );

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
    ['NaN', NaN, 'ledger/not-finite'],
    ['an infinity', { deep: [-Infinity] }, 'ledger/not-finite'],
    ['undefined', { a: undefined }, 'ledger/not-plain-json'],
    ['a date', { at: new Date(0) }, 'ledger/not-plain-json'],
    ['a bigint', 1n, 'ledger/not-plain-json'],
    ['a function', () => 1, 'ledger/not-plain-json'],
    ['a lone surrogate', { text: '\ud800' }, 'ledger/lone-surrogate'],
    ['a lone surrogate in a key', { '\udfff': 1 }, 'ledger/lone-surrogate'],
  ])('refuses %s before anything is hashed', (_name, value, code) => {
    expect(() => canonicalJson(value as JsonValue)).toThrow(expect.objectContaining({ code }));
  });
});

describe('The chain of a log', () => {
  it('reproduces the worked vector, leaf by leaf and link by link', () => {
    let chain = firstChainHash(vector.logId, sha256);
    expect(hex(chain)).toBe(vector.chainHash[0]);
    vector.events.forEach((text, position) => {
      const event = JSON.parse(text) as LedgerEvent;
      expect(new TextDecoder().decode(eventBytes(event))).toBe(text);
      const leaf = leafHash(event, sha256);
      chain = chainHash(chain, leaf, sha256);
      expect([hex(leaf), hex(chain)]).toEqual([vector.leafHash[position], vector.chainHash[position + 1]]);
    });
  });
});
