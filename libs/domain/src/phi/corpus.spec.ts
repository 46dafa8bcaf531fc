import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cleanNotes from './corpus/clean-notes.json';
import identifierLinesOnFile from './corpus/identifier-lines.json';
import identifierNotes from './corpus/identifier-notes.json';
import independentNotes from './corpus/independent-notes.json';
import identifierRecipe from './corpus/identifier-recipe.json';
import { identifierLines, type IdentifierRecipe } from './corpus/identifier-lines';
import type { LabelledLine } from './corpus/labelled-line';
import { measure } from './corpus/measure';

const independent = independentNotes as LabelledLine[];
const own = [...cleanNotes, ...identifierNotes, ...identifierLinesOnFile] as LabelledLine[];
const corpus = [...own, ...independent];

describe('the development corpus', () => {
  it('has at least four thousand different lines, two thousand of them clean', () => {
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(4000);
    const clean = corpus.filter(({ expect: { tier } }) => tier === 'clean');
    expect(clean.length).toBeGreaterThanOrEqual(2000);
  });

  it('is kept on file exactly as its recipe gives it', () => {
    const onFile: unknown = JSON.parse(readFileSync(join(__dirname, 'corpus/identifier-lines.json'), 'utf8'));
    expect(identifierLines(identifierRecipe as IdentifierRecipe)).toEqual(onFile);
  });

  it('fills every slot of its templates', () => {
    expect(own.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});

/**
 * The second one was written and labelled by several authors who had not read the rules, who draw the line between a block
 * and a warning elsewhere now and then: more of its lines may get another tier. The former hold-out is part of it.
 */
describe.each([
  ['the development corpus', own, 0.01],
  ['its independent notes', independent, 0.03],
])('the guard on %s', (_, lines, otherTier) => {
  const figures = measure(lines);

  it('finds at least 99 of 100 structured identifiers', () => {
    expect(figures.recall.structured).toBeGreaterThanOrEqual(0.99);
  });

  it('finds at least 95 of 100 names with a cue', () => {
    expect(figures.recall['cued-name']).toBeGreaterThanOrEqual(0.95);
  });

  it('finds at least 70 of 100 bare surnames', () => {
    expect(figures.recall['bare-surname']).toBeGreaterThanOrEqual(0.7);
  });

  it('knows at least 95 of 100 cued names for cued', () => {
    expect(figures.cueKnown).toBeGreaterThanOrEqual(0.95);
  });

  it('blocks at most 5 of 1,000 clean notes', () => {
    expect(figures.falseBlock).toBeLessThanOrEqual(0.005);
  });

  it('warns of at most 5 of 100 clean notes', () => {
    expect(figures.falseWarn).toBeLessThanOrEqual(0.05);
  });

  it('gives the expected tier to nearly all lines', () => {
    expect(figures.wrong.length / lines.length).toBeLessThanOrEqual(otherTier);
  });
});

describe('the measure', () => {
  it('counts an answer as wrong when an identifier gets the wrong tier', () => {
    const line: LabelledLine = {
      id: 'x',
      text: 'SSN 987-65-4321',
      expect: { tier: 'warn', kinds: ['structured'] },
    };
    expect(measure([line]).wrong).toEqual(['x']);
  });

  it('counts a name as found by any finding of a name, if the answer is severe enough', () => {
    const warned = { tier: 'warn', kinds: ['cued-name'] } as const;
    const blocked = { tier: 'block', kinds: ['cued-name'] } as const;
    const lines: LabelledLine[] = [
      { id: 'severer', text: 'Mr Kowalski did fine', expect: warned },
      { id: 'cue unknown', text: 'Kowalski did fine', expect: warned },
      { id: 'milder', text: 'pt Kowalski did fine', expect: blocked },
      { id: 'missed', text: 'L4-5 ILESI', expect: warned },
      { id: 'clean', text: 'Pump refill', expect: { tier: 'clean', kinds: [] } },
    ];
    expect(measure(lines)).toMatchObject({ recall: { 'cued-name': 0.5 }, cueKnown: 0.5 });
  });

  it('counts an identifier of another group as missed', () => {
    const line: LabelledLine = {
      id: 'x',
      text: 'MRN 4829133',
      expect: { tier: 'block', kinds: ['cued-name'] },
    };
    expect(measure([line])).toMatchObject({ recall: { 'cued-name': 0 }, wrong: ['x'] });
  });

  it('counts a clean note with a finding as a false block or a false warning', () => {
    const clean = { tier: 'clean', kinds: [] } as const;
    const texts = ['MRN 4829133', 'Kowalski did fine', 'L4-5 ILESI', 'Pump refill'];
    const lines = texts.map((text, at): LabelledLine => ({ id: String(at), text, expect: clean }));
    expect(measure(lines)).toMatchObject({ falseBlock: 0.25, falseWarn: 0.25, wrong: ['0', '1'] });
  });

  it('gives no figure for a group without lines', () => {
    expect(measure([]).recall.structured).toBeNaN();
  });
});
