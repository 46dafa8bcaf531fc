import { highRiskFamilies, isHighRiskByDefault } from './high-risk';
import { shipped } from '../catalogue/testdata/shipped-catalogue';
import catalogueIds from './testdata/catalogue-ids.json';

describe('high risk by default', () => {
  it('are these families of items of the catalogue', () => {
    const known = new Set(catalogueIds.items.map(({ id }) => id));
    expect(Object.fromEntries(highRiskFamilies.map(({ id, items }) => [id, items]))).toEqual({
      'stimulator-implant': [
        'scs-implant',
        'scs-paddle',
        'drg-implant',
        'pns-implant',
        'pnfs',
        'restorative-multifidus',
        'sacral-nerve-stim',
      ],
      'pump-implant': ['it-pump-implant'],
      'cervical-transforaminal': ['esi-tf-cervical'],
      'intrathecal-neurolysis': ['it-neurolysis'],
      'celiac-splanchnic': ['celiac', 'splanchnic'],
      'vertebral-augmentation': ['vertebroplasty', 'kyphoplasty', 'sacroplasty'],
    });
    expect(highRiskFamilies.flatMap(({ items }) => items).filter((id) => !known.has(id))).toEqual([]);
    expect(highRiskFamilies.filter(({ title }) => title === '')).toEqual([]);
  });

  it('is a competency about at least one of them', () => {
    const { catalogue } = shipped;
    expect(isHighRiskByDefault({ items: ['esi-il-cervical', 'esi-tf-cervical'] }, catalogue)).toBe(true);
    expect(isHighRiskByDefault({ items: ['scs-trial', 'it-pump-refill'] }, catalogue)).toBe(false);
    expect(isHighRiskByDefault({ items: [], groups: [] }, catalogue)).toBe(false);
    expect(isHighRiskByDefault({}, catalogue)).toBe(false);
  });

  it('is a competency about a group that has one of them in the catalogue', () => {
    const { catalogue } = shipped;
    expect(isHighRiskByDefault({ groups: ['augmentation'] }, catalogue)).toBe(true);
    expect(isHighRiskByDefault({ items: ['tpi'], groups: ['facet', 'epidural'] }, catalogue)).toBe(true);
    expect(isHighRiskByDefault({ groups: ['facet', 'rfa'] }, catalogue)).toBe(false);
    expect(isHighRiskByDefault({ groups: ['no-such-group'] }, catalogue)).toBe(false);
  });

  it('looks for the items of a group where a program has put them', () => {
    const items = [{ id: 'kyphoplasty', group: 'spine' }, ...[{ id: 'vertebroplasty', group: 'other' }]];
    expect(isHighRiskByDefault({ groups: ['spine'] }, { items })).toBe(true);
    expect(isHighRiskByDefault({ groups: ['augmentation'] }, { items })).toBe(false);
  });
});
