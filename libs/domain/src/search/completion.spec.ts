import { completionFrom } from './completion';

const complete = completionFrom(['stellate', 'stenosis', 'stenotic', 'fusion', 'fusion', 'fusions', 'hip']);

describe('the beginning of a word', () => {
  it.each([
    ['stel', 'stellate'],
    ['stenos', 'stenosis'],
  ])('%s becomes %s', (beginning, word) => expect(complete(beginning)).toBe(word));

  it('is completed when one word is used far more than the others', () => {
    expect(completionFrom(['fusion', 'fusion', 'fusion', 'fusions'])('fusi')).toBe('fusion');
    expect(complete('fusi')).toBe('fusi');
  });

  it.each(['steno', 'ste', 'hip', 'xyzz', ''])('stays as it is when it says too little: %s', (word) => {
    expect(complete(word)).toBe(word);
  });
});
