import { letterTotals } from './index';

const fact = {
  itemId: 'si',
  kind: 'procedure',
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  status: 'approved',
  simulation: false,
  performedOn: '2027-06-01',
} as const;
const names: Readonly<Record<string, string>> = { si: 'Sacroiliac', tpi: 'Trigger point' };
const count = (facts: Parameters<typeof letterTotals>[0], asOf = '2027-10-01') =>
  letterTotals(facts, { asOf, nameOf: (id) => names[id] ?? id });

describe('The totals of a letter', () => {
  it('count each approved procedure once, by item, role and supervision', () => {
    const { items, all, from, to } = count([
      { ...fact, itemId: 'tpi', performedOn: '2027-01-01' },
      { ...fact, status: 'amended', supervision: 'indirect-available' },
      { ...fact, role: 'performed-part' },
      { ...fact, role: 'assisted' },
      { ...fact, role: 'taught' },
      { ...fact, role: 'observed' },
    ]);
    expect(items.map(({ name }) => name)).toEqual(['Sacroiliac', 'Trigger point']);
    expect(items[0]).toMatchObject({
      roles: { performed: 1, 'performed-part': 1, assisted: 1, observed: 1, taught: 1 },
      supervision: { direct: 1, 'indirect-available': 1, 'indirect-immediate': 0 },
    });
    expect(all.roles.performed).toBe(2);
    expect([from, to]).toEqual(['2027-01-01', '2027-06-01']);
  });

  it('leave out what waits, was aborted, is no procedure or comes after the day, and count simulation apart', () => {
    expect(
      count([
        { ...fact, status: 'submitted' },
        { ...fact, outcome: 'aborted' },
        { ...fact, kind: 'experience' },
        { ...fact, performedOn: '2027-10-02' },
        { ...fact, simulation: true },
      ]),
    ).toMatchObject({ items: [], from: null, to: null, simulation: 1 });
  });

  it('count what was performed in the last 12 and 24 months, both ends in', () => {
    const on = (performedOn: string) => ({ ...fact, performedOn });
    const days = ['2025-09-30', '2025-10-01', '2026-09-30', '2026-10-01', '2027-10-01'].map(on);
    expect(count(days).all.performedIn).toEqual([2, 4]);
    expect(count([{ ...fact, role: 'performed-part' }]).all.performedIn).toEqual([0, 0]);
  });
});
