import fc from 'fast-check';
import { isWithinSlips } from './edit-distance';

describe('slips of a finger between two words', () => {
  it.each([
    ['block', 'block', 0],
    ['blck', 'block', 1],
    ['blocck', 'block', 1],
    ['bluck', 'block', 1],
    ['blcok', 'block', 1],
    ['lbock', 'block', 1],
    ['blokc', 'block', 1],
    ['stallete', 'stellate', 2],
    ['tsellaet', 'stellate', 2],
    ['', 'ab', 2],
    ['', '', 0],
  ])('%s to %s are %i', (one, other, slips) => {
    expect(isWithinSlips(one, other, slips)).toBe(true);
    expect(isWithinSlips(other, one, slips)).toBe(true);
    if (slips > 0) expect(isWithinSlips(one, other, slips - 1)).toBe(false);
  });

  it('are more between words far apart', () => {
    expect(isWithinSlips('hip', 'stellate', 2)).toBe(false);
    expect(isWithinSlips('abcdef', 'fedcba', 2)).toBe(false);
  });

  it('are the same both ways, and never more than the longer word has letters', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        expect(isWithinSlips(one, other, most)).toBe(isWithinSlips(other, one, most));
        expect(isWithinSlips(one, other, Math.max(one.length, other.length))).toBe(true);
      }),
    );
  });
});
