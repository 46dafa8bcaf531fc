import { abbreviations, longestPhrase } from './abbreviations';
import * as body from './body-abbreviations';
import { commonWords } from './search-words';
import * as spine from './spine-abbreviations';

describe('the table of abbreviations', () => {
  const forms = [...Object.values(spine), ...Object.values(body)].flatMap((rows) =>
    rows.flatMap(([meaning, typed]) => typed.split(', ').map((form) => ({ form, meaning }))),
  );

  it('gives every form one meaning', () => {
    const twice = forms.filter(
      ({ form }, position) => forms.findIndex((other) => other.form === form) !== position,
    );
    expect(twice).toEqual([]);
  });

  it('is in lower case, in words and numbers', () => {
    for (const { form, meaning } of forms) expect(`${form} ${meaning}`).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
  });

  it('puts a region before the short forms that take its letter', () => {
    expect(abbreviations.get('ctfesi')).toEqual(['cervical', 'transforaminal', 'epidural']);
    expect(abbreviations.get('tmbb')).toEqual(['thoracic', 'medial', 'branch', 'block']);
    expect(abbreviations.get('c mbb')).toEqual(['cervical', 'medial', 'branch', 'block']);
    expect(abbreviations.get('lrfa')).toEqual(['lumbar', 'radiofrequency', 'ablation']);
    expect(abbreviations.get('tfesi')).toEqual(['transforaminal', 'epidural']);
    expect(abbreviations.get('lsnrb')).toEqual(['lumbar', 'selective', 'nerve', 'root', 'block']);
    expect(longestPhrase).toBeGreaterThanOrEqual(3);
  });
});

describe('words in the common tongue', () => {
  it.each([
    ['lmbb', 'lumbar medial branch block'],
    ['medial branch blocks', 'medial branch block'],
    ['si joint', 'sacroiliac joint'],
    ['third occipital nerve block', 'ton block'],
    ['lateral branches', 'lateral branch'],
    ['biopsies', 'biopsy'],
    ['plexus pelvis mass', 'plexus pelvis mass'],
    ['injection injections', 'injection'],
    ['with kenalog at the knee', 'knee'],
    ['', ''],
  ])('%s is %s', (typed, common) => {
    expect(commonWords(typed.split(' ').filter(Boolean)).join(' ')).toBe(common);
  });
});
