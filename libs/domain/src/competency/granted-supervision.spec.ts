import { grantedSupervision, SIGNED_SUPERVISION } from './granted-supervision';

describe('the supervision under which a fellow works once a competency is signed off', () => {
  it('is what the set says', () => {
    expect(grantedSupervision({ grants: 'direct' })).toBe('direct');
    expect(grantedSupervision({ grants: 'oversight' })).toBe('oversight');
  });

  it('is the next step after direct supervision where it says nothing', () => {
    expect(grantedSupervision({})).toBe('indirect-immediate');
    expect(SIGNED_SUPERVISION).toBe('indirect-immediate');
  });
});
