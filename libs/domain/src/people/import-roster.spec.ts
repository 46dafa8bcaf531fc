import fc from 'fast-check';
import { readRoster, rosterColumns, type RosterRow } from './import-roster';

const mayGive = ['fellow', 'supervisor', 'staff'] as const;
const osei = {
  ...{ name: 'Dr. Osei', email: 'osei@x.example', role: 'supervisor' as const },
  ...{ fromOn: '2021-07-01', toOn: '2099-06-30' },
};
const good: RosterRow = {
  ...{ name: 'A. Okafor', email: 'Okafor@x.example', role: 'fellow' },
  ...{ fromOn: '2026-07-01', toOn: '6/30/2027', cohort: '2026–27' },
};
const read = (...rows: RosterRow[]) => readRoster(rows, { held: [osei], mayGive });
const said = (change: RosterRow) => {
  const [reading] = read({ ...good, ...change });
  return reading && 'problem' in reading ? Object.values(reading.problem) : null;
};

describe('A row of a roster', () => {
  it('is ready with name, e-mail, role and days, as spreadsheets write them', () => {
    expect(read(good)).toEqual([
      {
        entry: {
          ...{ name: 'A. Okafor', email: 'okafor@x.example', role: 'fellow', cohort: '2026–27' },
          ...{ fromOn: '2026-07-01', toOn: '2027-06-30' },
        },
      },
    ]);
  });

  it('has one reason, and one fix where one is to be had', () => {
    expect(said({ name: ' ' })).toEqual(['name-missing', 'name']);
    expect(said({ email: 'okafor' })).toEqual(['email-wrong', 'email']);
    expect(said({ role: 'Attending' })).toEqual(['role-unknown', 'role', 'supervisor']);
    expect(said({ role: 'wizard' })).toEqual(['role-unknown', 'role']);
    expect(said({ role: 'director' })).toEqual(['role-not-yours', 'role']);
    expect(said({ toOn: '2027-06-31' })).toEqual(['day-impossible', 'toOn', '2027-06-30']);
    expect(said({ toOn: '2027-02-30' })).toEqual(['day-impossible', 'toOn', '2027-02-28']);
    expect(said({ toOn: 'June' })).toEqual(['day-impossible', 'toOn']);
    expect(said({ toOn: '2026-06-30' })).toEqual(['reversed', 'toOn']);
    expect(said({ role: 'staff' })).toEqual(['cohort-of-fellow', 'cohort', '']);
    const again = { ...osei, fromOn: '2026-01-01', email: 'Osei@x.example', cohort: '' };
    expect(said(again)).toEqual(['held-already', 'role']);
    expect(said({ name: 'dr.  osei' })).toEqual(['same-name', 'anotherPerson', 'yes']);
    expect(said({ name: 'dr.  osei', anotherPerson: 'yes' })).toBeNull();
  });

  it('that is there twice is there once', () => {
    const [first, second] = read(good, { ...good, email: 'okafor@X.example' });
    expect(first && 'entry' in first).toBe(true);
    expect(second).toMatchObject({ problem: { fault: 'twice' } });
  });

  it('is read whatever stands in it, and its fix puts its reason right', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('2027-06-31', 'attending', 'a@b.cd', '1/31/2027', 'fellow'),
    );
    const row = fc
      .dictionary(fc.constantFrom(...rosterColumns), cell)
      .map((cells) => ({ ...good, ...cells }));
    fc.assert(
      fc.property(row, (typed) => {
        const [reading] = read(typed);
        if (!reading || !('problem' in reading) || reading.problem.fix === undefined) return;
        const { fault, column, fix } = reading.problem;
        const [next] = read({ ...typed, [column]: fix });
        expect(
          next && 'problem' in next && next.problem.fault === fault && next.problem.column === column,
        ).toBe(false);
      }),
    );
  });
});
