import { alwaysOffered } from './catalogue-index';
import { placesOf } from './vocabulary';
import { shipped, shippedItem } from './testdata/shipped-catalogue';

describe('an indexed catalogue', () => {
  it('finds items, groups, complications and diagnoses by id', () => {
    expect(shipped.item('stellate')?.name).toBe('Stellate ganglion block (cervicothoracic sympathetic)');
    expect(shipped.group('epidural')?.name).toBe('Epidural injections');
    expect(shipped.complication('pdph')?.label).toBe('Post-dural-puncture headache');
    expect(shipped.diagnosis('phn')?.icd10cm).toBe('B02.29');
  });

  it('knows nothing else', () => {
    expect(shipped.item('epidural')).toBeUndefined();
    expect(shipped.group('stellate')).toBeUndefined();
    expect(shipped.complication('phn')).toBeUndefined();
    expect(shipped.diagnosis('vasovagal')).toBeUndefined();
  });

  it('offers none first, then what is typical, then what can follow any procedure, each once', () => {
    const ids = shipped.quickComplications(shippedItem('stellate')).map(({ id }) => id);
    const typical = shippedItem('stellate').typicalComplications.filter((id) => id !== 'other');
    expect(ids.slice(0, typical.length + 1)).toEqual(['none', ...typical]);
    expect(ids.at(-1)).toBe('other');
    expect(ids).toEqual(expect.arrayContaining([...alwaysOffered]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('offers for every procedure what the rules say, and nothing for an experience', () => {
    expect(alwaysOffered).toEqual([
      'none',
      'aborted',
      'failed-access',
      'wrong-site',
      'wrong-drug',
      'anaphylaxis',
      'site-soreness',
      'adrenal-suppression',
      'radiation-high',
      'ed-transfer',
      'unplanned-admission',
      'death',
      'other',
    ]);
    for (const item of shipped.catalogue.items) {
      const ids = shipped.quickComplications(item).map(({ id }) => id);
      const expected = item.kind === 'experience' ? [] : alwaysOffered;
      expect(ids.filter((id) => alwaysOffered.includes(id))).toHaveLength(expected.length);
    }
  });
});

describe('the places of an item', () => {
  it('are its levels and, where it names muscles, nerves or joints, its targets', () => {
    expect(placesOf(shippedItem('esi-il-cervical'))).toEqual([
      ...['C2-3', 'C3-4', 'C4-5', 'C5-6', 'C6-7', 'C7-T1'],
    ]);
    expect(placesOf(shippedItem('cluneal'))).toEqual(['superior', 'middle', 'inferior']);
  });
});
