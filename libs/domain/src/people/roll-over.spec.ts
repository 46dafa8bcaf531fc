import fc from 'fast-check';
import { dayAfter } from '../calendar';
import { rollOver, rollOverSteps, turningFellows, type RollOverKnown } from './roll-over';

const ON = '2027-07-01';
const training = (personId: string, fromOn: string, toOn: string) => ({ personId, fromOn, toOn });
const ids = (all: readonly { readonly personId: string }[]) => all.map(({ personId }) => personId);

describe('Whom a change of the year concerns', () => {
  it('are those who leave and come around the day, and whoever is in training after it', () => {
    const found = turningFellows(
      [
        training('graduate', '2026-07-01', '2027-06-30'),
        training('off-cycle', '2026-09-01', '2027-08-29'),
        training('stays', '2026-09-01', '2027-08-31'),
        training('second-year', '2026-07-01', '2027-06-30'),
        training('second-year', '2027-07-01', '2028-06-30'),
        training('new', '2027-07-01', '2028-06-30'),
        training('late', '2027-08-30', '2028-08-29'),
        training('later', '2027-08-31', '2028-08-30'),
        training('long-gone', '2024-07-01', '2025-06-30'),
        training('endless', '2026-07-01', '2999-12-31'),
      ],
      ON,
    );
    expect(ids(found.leaving)).toEqual(['graduate', 'off-cycle', 'endless']);
    expect(ids(found.newcomers)).toEqual(['new', 'late']);
    expect(found.planned).toEqual([
      training('off-cycle', ON, '2027-07-30'),
      training('stays', ON, '2027-07-30'),
      training('second-year', ON, '2027-07-30'),
      training('new', ON, '2027-07-30'),
      training('late', '2027-08-30', '2027-09-28'),
      training('endless', ON, '2027-07-30'),
    ]);
  });

  it('is a newcomer without a last day only there, and first days end with the training', () => {
    const found = turningFellows(
      [training('new', ON, '2999-12-31'), training('short', ON, '2027-07-10')],
      ON,
    );
    expect(ids(found.leaving)).toEqual(['short']);
    expect(ids(found.newcomers)).toEqual(['new', 'short']);
    expect(found.planned.map(({ toOn }) => toOn)).toEqual(['2027-07-30', '2027-07-10']);
  });
});

const graduate = {
  ...training('g', '2026-07-01', '2027-06-30'),
  ...{ drafts: 0, returned: 0, waiting: 0, ready: 0, hasLetter: true },
};
const newcomer = {
  ...training('n', ON, '2028-06-30'),
  ...{ access: 'password' as const, baseSpecialty: 'Neurology', cohort: '2027–28' },
  qualifications: 0,
};
const nobody: RollOverKnown = {
  ...{ today: '2027-06-15', on: ON, leaving: [], newcomers: [], sets: [], rotations: [], supervisors: [] },
  catalogue: { edition: '2026.3', newest: '2026.3' },
};
const told = (change: Partial<RollOverKnown>) => rollOver({ ...nobody, ...change });
const kinds = (part: { lines: readonly { tasks: readonly { kind: string; count: number }[] }[] }) =>
  part.lines.map(({ tasks }) => tasks.map(({ kind, count }) => `${kind} ${count}`).join(', '));

describe('What is to be done when the year changes', () => {
  it('is nothing where nobody comes or leaves', () => {
    const all = told({});
    expect(Object.keys(all)).toEqual([...rollOverSteps]);
    expect(Object.values(all).map(({ state }) => state)).toEqual([
      ...['nothing', 'nothing', 'nothing', 'nothing', 'done', 'nothing'],
    ]);
  });

  it('is for a leaving fellow what was not sent, decided, signed and written', () => {
    expect(told({ leaving: [graduate] }).leaving.state).toBe('done');
    const left = { ...graduate, drafts: 3, returned: 1, waiting: 2, ready: 1, hasLetter: false };
    const { leaving } = told({ leaving: [graduate, left] });
    expect(leaving.state).toBe('open');
    expect(kinds(leaving)).toEqual(['', 'drafts 3, returned 1, waiting 2, ready 1, letter 1']);
    const endless = { ...left, toOn: '2999-12-31' };
    expect(kinds(told({ leaving: [endless] }).leaving)).toEqual(['last-day 1']);
  });

  it.each([
    [{ access: 'none' as const }, 'invite 1'],
    [{ access: 'expired' as const }, 'invite-again 1'],
    [{ access: 'invited' as const }, 'accept 1'],
    [{ baseSpecialty: ' ' }, 'base-specialty 1'],
    [{ cohort: null }, 'cohort 1'],
    [{ toOn: '2999-12-31' }, 'last-day 1'],
    [{ qualifications: 2 }, 'qualifications 2'],
    [{}, ''],
  ])('is for a newcomer with %o: %s', (change, said) => {
    const { newcomers } = told({ newcomers: [{ ...newcomer, ...change }] });
    expect(kinds(newcomers)).toEqual([said]);
    expect(newcomers.state).toBe(said === '' ? 'done' : 'open');
  });

  it('is a set that binds newcomers, a first rotation, the newest catalogue and a hand-over', () => {
    const all = told({
      sets: [
        { fromOn: ON, binds: true, drafts: 0 },
        { fromOn: ON, binds: false, drafts: 0 },
        { fromOn: ON, binds: false, drafts: 2 },
      ],
      rotations: [
        { ...newcomer, isPlanned: true },
        { ...newcomer, isPlanned: false },
      ],
      catalogue: { edition: '2026.2', newest: '2026.3' },
      supervisors: [
        { personId: 's', lastOn: '2027-06-30', waiting: 0 },
        { personId: 't', lastOn: '2027-06-30', waiting: 17 },
      ],
    });
    expect(kinds(all.requirements)).toEqual(['', 'unbound 1', 'draft-set 2']);
    expect(kinds(all.rotations)).toEqual(['', 'rotation 1']);
    expect(kinds(all.catalogue)).toEqual(['edition 1']);
    expect(kinds(all.supervisors)).toEqual(['', 'hand-over 17']);
  });

  it('is not due more than 60 days before the day of each line; the catalogue always is', () => {
    const open = {
      leaving: [{ ...graduate, drafts: 1 }],
      newcomers: [{ ...newcomer, cohort: null }],
      sets: [{ fromOn: ON, binds: false, drafts: 0 }],
      rotations: [{ ...newcomer, isPlanned: false }],
      supervisors: [{ personId: 's', lastOn: '2027-06-30', waiting: 1 }],
      catalogue: { edition: '2026.2', newest: '2026.3' },
    };
    const states = (today: string) => Object.values(told({ ...open, today })).map(({ state }) => state);
    expect(new Set(states('2027-05-02'))).toEqual(new Set(['open']));
    expect(states('2027-04-30')).toEqual([
      ...['not-yet', 'not-yet', 'not-yet', 'not-yet', 'open', 'not-yet'],
    ]);
    const gone = { personId: 'gone', lastOn: '2027-01-31', waiting: 1 };
    expect(told({ today: '2027-02-01', supervisors: [gone] }).supervisors.state).toBe('open');
  });

  it('is done exactly where no line has a task, and stays due once it is', () => {
    const counts = fc.nat({ max: 2 });
    const fellow = fc
      .record({ drafts: counts, returned: counts, waiting: counts, ready: counts, hasLetter: fc.boolean() })
      .map((of) => ({ ...training('g', '2026-07-01', '2027-06-30'), ...of }));
    const days = fc.nat({ max: 400 }).map((n) => dayAfter('2026-11-30', n));
    fc.assert(
      fc.property(fc.array(fellow, { maxLength: 4 }), days, (leaving, today) => {
        const { state, lines } = told({ leaving, today }).leaving;
        const isLeft = lines.some(({ tasks }) => tasks.length > 0);
        expect(['open', 'not-yet'].includes(state)).toBe(isLeft);
        if (state === 'open') expect(told({ leaving, today: dayAfter(today, 1) }).leaving.state).toBe('open');
      }),
    );
  });
});
