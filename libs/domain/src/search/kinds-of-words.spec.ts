import { acts, asides, bodyParts, encounters, guides, lessons, reasons } from './kinds-of-words';
import { commonWords } from './search-words';

describe('the kinds of words', () => {
  it('are given in the common tongue, or no query would meet them', () => {
    const words = [acts, bodyParts, encounters, guides, lessons, reasons].flatMap((kind) => [...kind]);
    expect(words.filter((word) => !commonWords([word]).includes(word))).toEqual([]);
  });

  it('hold as asides only words that say nothing by themselves', () => {
    expect([...asides].flatMap((word) => commonWords([word]))).toEqual([]);
  });
});
