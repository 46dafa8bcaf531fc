import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cleanNotes from './corpus/clean-notes.json';
import identifierLinesOnFile from './corpus/identifier-lines.json';
import identifierNotes from './corpus/identifier-notes.json';
import identifierRecipe from './corpus/identifier-recipe.json';
import { identifierLines, type IdentifierRecipe } from './corpus/identifier-lines';
import type { LabelledLine } from './corpus/labelled-line';
import { measure } from './corpus/measure';

const corpus = [...cleanNotes, ...identifierNotes, ...identifierLinesOnFile] as LabelledLine[];
const figures = measure(corpus);

describe('the development corpus', () => {
  it('has at least two thousand different lines, more than half of them clean', () => {
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(2000);
    expect(cleanNotes.length).toBeGreaterThan(corpus.length / 2);
  });

  it('is kept on file exactly as its recipe gives it', () => {
    const onFile: unknown = JSON.parse(readFileSync(join(__dirname, 'corpus/identifier-lines.json'), 'utf8'));
    expect(identifierLines(identifierRecipe as IdentifierRecipe)).toEqual(onFile);
  });

  it('fills every slot of its templates', () => {
    expect(corpus.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});

describe('the guard on the development corpus', () => {
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

  it('gives the expected tier to at least 99 of 100 lines', () => {
    expect(figures.wrong.length / corpus.length).toBeLessThanOrEqual(0.01);
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
