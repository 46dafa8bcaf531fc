import { measure } from '../corpus/measure';
import type { LabelledLine } from '../corpus/labelled-line';
import holdout from './holdout.json';

/**
 * The figures of the guard that may be quoted: 2,034 lines written by somebody who had not read the rules, frozen since.
 * No rule is ever made for one of these lines, and nobody who works on the rules reads them.
 *
 * Aims: structured identifiers 99 %, cued names 95 %, bare surnames 70 %, false blocks at most 0.5 %, false warnings at
 * most 5 %. Structured identifiers (98.1 %) and cued names taken for cued (94.4 %) do not reach theirs yet: what is
 * held here is what was reached, so that it never falls.
 */
const figures = measure(holdout as LabelledLine[]);

describe('the guard on lines it never saw', () => {
  it('finds at least 98 of 100 structured identifiers', () => {
    expect(figures.recall.structured).toBeGreaterThanOrEqual(0.98);
  });

  it('finds at least 94 of 100 cued names as cued names', () => {
    expect(figures.recall['cued-name']).toBeGreaterThanOrEqual(0.94);
  });

  it('finds at least 95 of 100 bare surnames', () => {
    expect(figures.recall['bare-surname']).toBeGreaterThanOrEqual(0.95);
  });

  it('notices at least 97 of 100 lines with any identifier', () => {
    expect(figures.found).toBeGreaterThanOrEqual(0.97);
  });

  it('blocks at most 5 of 1,000 clean notes and warns of at most 5 of 100', () => {
    expect(figures.falseBlock).toBeLessThanOrEqual(0.005);
    expect(figures.falseWarn).toBeLessThanOrEqual(0.05);
  });
});
