import { highRiskFamilies, isHighRiskByDefault } from './high-risk';
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
    expect(isHighRiskByDefault(['esi-il-cervical', 'esi-tf-cervical'])).toBe(true);
    expect(isHighRiskByDefault(['scs-trial', 'it-pump-refill'])).toBe(false);
    expect(isHighRiskByDefault([])).toBe(false);
  });
});
