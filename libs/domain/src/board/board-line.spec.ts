import fc from 'fast-check';
import { competency } from '../competency/testdata/build';
import { supervisionLevels } from '../entry/entry';
import { boardLine, type BoardSignOff } from './board-line';

const today = '2026-11-23';
const day = { today, lastOn: '2027-06-30' };
const lumbar = competency('lumbar');

/** A sign-off that is in force, unless a test says otherwise. */
function signOff(change: Partial<BoardSignOff> = {}): BoardSignOff {
  return {
    ...{ competencyId: 'lumbar', state: 'signed', signedOn: '2026-10-01', currentThroughOn: '2027-10-01' },
    ...{ endedOn: null, signers: ['Dr. Osei', 'Dr. Castellan'], demonstration: false },
    supervision: 'indirect-immediate',
    ...change,
  };
}

const paused = signOff({ state: 'suspended', endedOn: '2026-11-20' });

describe('the line of a fellow who is signed off', () => {
  it('lets the fellow work with the supervisor immediately available, up to the end of the role', () => {
    expect(boardLine(lumbar, [signOff()], day)).toEqual({
      ...{ competencyId: 'lumbar', reason: 'signed', supervision: 'indirect-immediate' },
      ...{ untilOn: '2027-06-30', sinceOn: null, waitsFor: [], demonstration: false },
      signers: ['Dr. Osei', 'Dr. Castellan'],
    });
  });

  it.each(supervisionLevels)('says %s where that was signed for', (supervision) => {
    expect(boardLine(lumbar, [signOff({ supervision })], day).supervision).toBe(supervision);
  });

  it('ends with practice where that ends first, and does not lapse where the set says so', () => {
    expect(boardLine(lumbar, [signOff({ currentThroughOn: '2027-01-31' })], day).untilOn).toBe('2027-01-31');
    expect(boardLine(lumbar, [signOff({ currentThroughOn: null })], day).untilOn).toBe('2027-06-30');
  });

  it('is in force on its last day, and direct again on the next', () => {
    const last = signOff({ currentThroughOn: today });
    expect(boardLine(lumbar, [last], day)).toMatchObject({ reason: 'signed', untilOn: today });
    expect(boardLine(lumbar, [last], { ...day, today: '2026-11-24' })).toMatchObject({
      ...{ reason: 'lapsed', supervision: 'direct', untilOn: null, sinceOn: '2026-11-24', signers: [] },
    });
  });

  it('says when it rests on a demonstration', () => {
    expect(boardLine(lumbar, [signOff({ demonstration: true })], day).demonstration).toBe(true);
  });
});

describe('the line of a fellow who is not', () => {
  it('is direct, until signed off', () => {
    expect(boardLine(lumbar, [], day)).toEqual({
      ...{ competencyId: 'lumbar', reason: 'not-signed', supervision: 'direct', untilOn: null },
      ...{ sinceOn: null, signers: [], waitsFor: [], demonstration: false },
    });
    expect(boardLine(lumbar, [signOff({ competencyId: 'celiac' })], day).reason).toBe('not-signed');
  });

  it.each([
    ['suspended', paused, '2026-11-20'],
    ['revoked', signOff({ state: 'revoked', endedOn: '2026-11-02' }), '2026-11-02'],
    ['lapsed', signOff({ state: 'lapsed', currentThroughOn: '2026-09-30' }), '2026-10-01'],
  ] as const)('is direct again where the sign-off was %s', (reason, known, sinceOn) => {
    expect(boardLine(lumbar, [known], day)).toMatchObject({ reason, supervision: 'direct', sinceOn });
  });

  it('stays direct where one was paused and another holds: nobody works past a pause', () => {
    expect(boardLine(lumbar, [signOff(), paused], day).reason).toBe('suspended');
  });

  it('is signed again by a new sign-off after one that ended', () => {
    const old = signOff({ state: 'revoked', endedOn: '2026-09-01', signedOn: '2026-08-01' });
    expect(boardLine(lumbar, [old, signOff()], day).reason).toBe('signed');
  });

  it('says of two that ended what happened last', () => {
    const lapsed = signOff({ state: 'lapsed', currentThroughOn: '2026-09-30' });
    const revoked = signOff({ state: 'revoked', endedOn: '2026-11-02' });
    expect(boardLine(lumbar, [lapsed, revoked], day).reason).toBe('revoked');
    expect(boardLine(lumbar, [revoked, { ...lapsed, currentThroughOn: '2026-11-10' }], day).reason).toBe(
      'lapsed',
    );
  });

  it('knows nothing yet of what is signed tomorrow, where the clock went back', () => {
    expect(boardLine(lumbar, [signOff({ signedOn: '2026-11-24' })], day).reason).toBe('not-signed');
  });
});

describe('a competency in which others come first', () => {
  const cervical = competency('cervical', {
    observeFirst: true,
    rules: [{ kind: 'other-competency', competencyId: 'lumbar', standing: 'met' }],
  });

  it('is only observed until they are signed off', () => {
    expect(boardLine(cervical, [], day)).toMatchObject({
      ...{ reason: 'others-first', supervision: null, waitsFor: ['lumbar'] },
    });
    expect(boardLine(cervical, [paused], day).reason).toBe('others-first');
    expect(boardLine(cervical, [signOff()], day)).toMatchObject({
      reason: 'not-signed',
      supervision: 'direct',
    });
  });

  it('is direct from the first day where the set does not ask for that', () => {
    const { observeFirst: _observe, ...plain } = cervical;
    expect(boardLine(plain, [], day).reason).toBe('not-signed');
  });

  it('stays signed where it is', () => {
    expect(boardLine(cervical, [signOff({ competencyId: 'cervical' })], day).reason).toBe('signed');
  });
});

describe('whatever is known', () => {
  const days = fc.integer({ min: 0, max: 900 }).map((n) => {
    return new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  });
  const someSignOff = fc.record({
    competencyId: fc.constantFrom('lumbar', 'cervical'),
    state: fc.constantFrom('signed', 'lapsed', 'suspended', 'revoked'),
    signedOn: days,
    currentThroughOn: fc.option(days),
    endedOn: fc.option(days),
    supervision: fc.constantFrom('indirect-immediate', 'oversight'),
    signers: fc.constant(['Dr. Osei']),
    demonstration: fc.boolean(),
  }) as fc.Arbitrary<BoardSignOff>;
  const some = fc.uniqueArray(someSignOff, {
    maxLength: 5,
    selector: ({ competencyId, state }) => `${competencyId} ${state}`,
  });

  it('nobody is let off direct supervision without a sign-off that holds today', () => {
    fc.assert(
      fc.property(some, days, days, (signOffs, now, lastOn) => {
        const line = boardLine(lumbar, signOffs, { today: now, lastOn });
        const holds = signOffs.some(
          ({ competencyId, state, signedOn, currentThroughOn }) =>
            competencyId === 'lumbar' &&
            state === 'signed' &&
            signedOn <= now &&
            (currentThroughOn ?? now) >= now,
        );
        if (line.reason === 'signed') expect(holds).toBe(true);
        expect(line.supervision === 'direct').toBe(line.reason !== 'signed');
        expect(line.signers.length > 0).toBe(line.reason === 'signed');
        if (line.untilOn !== null) expect(line.untilOn <= lastOn).toBe(true);
      }),
    );
  });

  it('the order in which sign-offs are read says nothing', () => {
    fc.assert(
      fc.property(some, days, (signOffs, now) => {
        const at = { today: now, lastOn: '2029-01-01' };
        const there = boardLine(lumbar, signOffs, at);
        const back = boardLine(lumbar, [...signOffs].reverse(), at);
        expect([back.reason, back.supervision]).toEqual([there.reason, there.supervision]);
      }),
    );
  });
});
