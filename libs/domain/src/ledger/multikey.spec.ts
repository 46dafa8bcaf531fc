import { base58 } from '@scure/base';
import fc from 'fast-check';
import { multikeyOf, publicKeyOf } from './index';
import { publicKeyOfSeed } from './testdata/crypto-adapters';
import { toHex } from './testdata/files';
import { w3c } from './testdata/w3c-vector';

describe('A Multikey', () => {
  it('of the published key is the published text', () => {
    const publicKey = Buffer.from(w3c.publicKey, 'hex');
    expect(toHex(publicKeyOfSeed(Buffer.from(w3c.seed, 'hex')))).toBe(w3c.publicKey);
    expect(multikeyOf(publicKey)).toBe(w3c.publicMultikey);
    expect(toHex(publicKeyOf(w3c.publicMultikey))).toBe(w3c.publicKey);
  });

  it('gives back every key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        expect(toHex(publicKeyOf(multikeyOf(key)))).toBe(toHex(key));
      }),
    );
  });

  it.each([
    ['the secret key of the vector', 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq'],
    [
      'a key of another kind',
      `z${base58.encode(Buffer.concat([Buffer.from('e701', 'hex'), Buffer.alloc(32)]))}`,
    ],
    [
      'a key of a kind that does not exist',
      `z${base58.encode(Buffer.concat([Buffer.from('ed02', 'hex'), Buffer.alloc(32)]))}`,
    ],
    [
      'a key that is too short',
      `z${base58.encode(Buffer.concat([Buffer.from('ed01', 'hex'), Buffer.alloc(31)]))}`,
    ],
    ['a text in another base', `u${w3c.publicMultikey.slice(1)}`],
    ['a text with a sign that base58 leaves out', w3c.publicMultikey.replace('J', '0')],
    ['a text that would take long to decode', `z${'2'.repeat(1_000_000)}`],
    ['an empty text', ''],
    ['a text with something behind', `${w3c.publicMultikey}\n`],
    ['a text with a sign more', `${w3c.publicMultikey}2`],
    ['a key in front of which stands a zero', `z1${w3c.publicMultikey.slice(1)}`],
    ['its did:key address', w3c.method],
  ])('is not read from %s', (_name, text) => {
    expect(() => publicKeyOf(text)).toThrow(expect.objectContaining({ code: 'ledger/impossible-key' }));
  });

  it.each([0, 31, 33])('is not made of a key of %i bytes', (length) => {
    const refusal = expect.objectContaining({ code: 'ledger/impossible-key' });
    expect(() => multikeyOf(new Uint8Array(length))).toThrow(refusal);
  });
});
