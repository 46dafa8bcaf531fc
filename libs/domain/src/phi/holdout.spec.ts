import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledLine } from './corpus/labelled-line';
import { measure } from './corpus/measure';

const TIERS = ['block', 'warn', 'clean'];
const GROUPS = ['structured', 'cued-name', 'bare-surname'];

/** The frozen hold-out: written apart from the rules, which are never tuned on it. */
function holdout(): LabelledLine[] {
  return JSON.parse(readFileSync(join(__dirname, 'holdout/holdout.json'), 'utf8')) as LabelledLine[];
}

describe('the guard on the frozen hold-out', () => {
  const lines = holdout();
  const figures = measure(lines);

  it('reads lines of the agreed form', () => {
    const misshapen = lines.filter(
      ({ id, text, expect: label }) =>
        id === undefined ||
        typeof text !== 'string' ||
        !TIERS.includes(label.tier) ||
        label.kinds.some((group) => !GROUPS.includes(group)) ||
        (label.tier === 'clean') !== (label.kinds.length === 0),
    );
    expect(misshapen).toEqual([]);
  });

  it('finds at least 99 of 100 structured identifiers', () => {
    expect(figures.recall.structured).toBeGreaterThanOrEqual(0.99);
  });

  it('finds at least 95 of 100 names with a cue', () => {
    expect(figures.recall['cued-name']).toBeGreaterThanOrEqual(0.95);
  });

  it('finds at least 70 of 100 bare surnames', () => {
    expect(figures.recall['bare-surname']).toBeGreaterThanOrEqual(0.7);
  });

  it('blocks at most 5 of 1,000 clean notes', () => {
    expect(figures.falseBlock).toBeLessThanOrEqual(0.005);
  });

  it('warns of at most 5 of 100 clean notes', () => {
    expect(figures.falseWarn).toBeLessThanOrEqual(0.05);
  });
});
