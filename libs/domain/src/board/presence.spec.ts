import { presenceOn } from './presence';

const northgate = { siteId: 'northgate', name: 'Interventional', fromOn: '2026-11-01', toOn: '2026-11-28' };
const clinic = { siteId: 'clinic', name: 'Clinic', fromOn: '2026-11-20', toOn: '2026-12-20' };
const away = { fromOn: '2026-11-23', toOn: '2026-11-27' };

describe('Where a fellow is', () => {
  const at = (today: string, rotations: (typeof clinic)[], leave = [away]) =>
    presenceOn(today, { rotations, leave });

  it('is where the rotation of the day is', () => {
    expect(at('2026-11-01', [northgate])).toEqual({
      ...{ kind: 'at-site', siteId: 'northgate', rotation: 'Interventional' },
    });
  });

  it('is, where two rotations overlap, where the later one is', () => {
    expect(at('2026-11-20', [northgate, clinic])).toMatchObject({ siteId: 'clinic' });
    expect(at('2026-11-20', [clinic, northgate])).toMatchObject({ siteId: 'clinic' });
  });

  it('is away on leave, from the first to the last day of it', () => {
    for (const today of ['2026-11-23', '2026-11-27']) {
      expect(at(today, [northgate])).toEqual({ kind: 'on-leave', untilOn: '2026-11-27' });
    }
    expect(at('2026-11-22', [northgate]).kind).toBe('at-site');
    const longer = [away, { fromOn: '2026-11-20', toOn: '2026-12-01' }];
    expect(at('2026-11-24', [northgate], longer)).toEqual({ kind: 'on-leave', untilOn: '2026-12-01' });
  });

  it('is not known on a day without a rotation', () => {
    expect(at('2026-12-21', [northgate, clinic])).toEqual({ kind: 'unplaced' });
  });
});
