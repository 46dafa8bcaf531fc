import { isHighRiskByDefault } from './high-risk';
import { shipped } from '../catalogue/testdata/shipped-catalogue';

describe('high risk by default', () => {
  it('is a competency about at least one item of high risk', () => {
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

  it('is as much a matter of a program’s own items, wherever it has put them', () => {
    const items = [
      { id: 'own-implant', group: 'spine', highRisk: true },
      { id: 'own-block', group: 'other', highRisk: false },
    ];
    expect(isHighRiskByDefault({ items: ['own-implant'] }, { items })).toBe(true);
    expect(isHighRiskByDefault({ groups: ['spine'] }, { items })).toBe(true);
    expect(isHighRiskByDefault({ items: ['own-block'], groups: ['other'] }, { items })).toBe(false);
  });
});
