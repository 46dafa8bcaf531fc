import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { isTextId } from './commitment';
import { SALT_BYTES, sealed, textIdOf } from './index';
import { sha256Now } from './testdata/crypto-adapters';

const salt = new Uint8Array(SALT_BYTES).fill(7);
const anySalt = fc.uint8Array({ minLength: SALT_BYTES, maxLength: SALT_BYTES });

describe('The id of a text', () => {
  it('is the SHA-256 of the byte 3, the salt and the words, in hex behind its prefix', () => {
    const digest = createHash('sha256').update(Uint8Array.of(3)).update(salt).update('Größe €').digest('hex');
    expect(textIdOf('Größe €', salt, sha256Now)).toBe(`text:${digest}`);
    expect(sealed('Größe €', salt, sha256Now)).toBe(`sealed:${digest}`);
  });

  it('is another for other words or another salt', () => {
    const text = fc.tuple(fc.string({ unit: 'grapheme' }), anySalt);
    fc.assert(
      fc.property(text, text, ([one, salted], [other, saltedToo]) => {
        const isSame = one === other && Buffer.compare(salted, saltedToo) === 0;
        const [first, second] = [textIdOf(one, salted, sha256Now), textIdOf(other, saltedToo, sha256Now)];
        expect(first === second).toBe(isSame);
        expect([first, second].every(isTextId)).toBe(true);
      }),
    );
  });

  it.each(['', 'text:', 'text:ABC', `text:${'A'.repeat(64)}`, `text:${'a'.repeat(64)} `, 'a'.repeat(64)])(
    'is not %p, which is words',
    (words) => expect(isTextId(words)).toBe(false),
  );

  it.each([0, 15, 17])('is not made with a salt of %i bytes', (length) => {
    expect(() => textIdOf('words', new Uint8Array(length), sha256Now)).toThrow(
      expect.objectContaining({ code: 'ledger/impossible-salt' }),
    );
  });

  it('is not made of what is not Unicode, for two such texts would have one id', () => {
    expect(() => textIdOf('\ud800', salt, sha256Now)).toThrow(
      expect.objectContaining({ code: 'ledger/lone-surrogate' }),
    );
  });
});
