import type { Fact } from './fact';
import type { FactRule } from './requirement-set';
import { explained, fact, lumbar } from './testdata/build';

const asOf = '2026-12-31';

describe('the last n ratings', () => {
  const rule: FactRule = {
    kind: 'rating-last-n',
    filter: { ...lumbar, roles: ['performed'] },
    n: 3,
    minHelp: 4,
  };
  const on = (day: string, help: Fact['help'], change: Partial<Fact> = {}) =>
    fact(day, { performedOn: `2026-${day}`, help, ...change });

  it('are the newest rated facts that pass, and all must be at the level', () => {
    const opened = explained(
      rule,
      [
        on('01-01', 5),
        on('02-01', 4),
        on('03-01', 3),
        on('04-01', null),
        on('05-01', 4),
        on('06-01', 1, { role: 'assisted' }),
        on('07-01', null, { role: 'assisted' }),
      ],
      asOf,
    );
    expect(opened).toMatchObject({ value: 2, need: 3, met: false, counted: ['02-01', '05-01'] });
    expect(opened.lastN).toEqual([
      { id: '05-01', performedOn: '2026-05-01', help: 4, atLevel: true },
      { id: '03-01', performedOn: '2026-03-01', help: 3, atLevel: false },
      { id: '02-01', performedOn: '2026-02-01', help: 4, atLevel: true },
    ]);
    expect(opened.notCounted).toEqual([
      { id: '01-01', reasons: ['not-in-last-n'] },
      { id: '03-01', reasons: ['help-below'] },
      { id: '04-01', reasons: ['not-rated'] },
      { id: '06-01', reasons: ['role'] },
      { id: '07-01', reasons: ['role'] },
    ]);
  });

  it('are met by exactly n at the level, and not by fewer', () => {
    const three = [on('01-01', 4), on('02-01', 5), on('03-01', 4)];
    expect(explained(rule, three, asOf)).toMatchObject({ value: 3, met: true });
    expect(explained(rule, three.slice(1), asOf)).toMatchObject({ value: 2, met: false });
    expect(explained(rule, [on('01-01', 1), ...three.slice(1), on('04-01', 4)], asOf).met).toBe(true);
  });

  it('take the later logged of two on one day', () => {
    const sameDay = ['a', 'b', 'c', 'd'].map((id) => fact(id));
    expect(explained(rule, sameDay, asOf).lastN?.map(({ id }) => id)).toEqual(['d', 'c', 'b']);
  });

  it('are those of cases: lines of one item rated in one tap share one place, lines judged apart have their own', () => {
    const lines = (scope: Fact['scope']) => [
      on('01-01', 4),
      ...['a', 'b', 'c'].map((id) => fact(id, { entryId: 'e', performedOn: '2026-02-01', scope })),
    ];
    const together = explained(rule, lines('all'), asOf);
    expect(together).toMatchObject({ value: 2, met: false, counted: ['01-01', 'c'] });
    expect(together.notCounted).toEqual(['a', 'b'].map((id) => ({ id, reasons: ['same-case'] })));
    expect(explained(rule, lines('each'), asOf)).toMatchObject({
      value: 3,
      met: true,
      counted: ['a', 'b', 'c'],
    });
  });

  it('may be worsened by a newer, lower rating: they are not monotone', () => {
    const three = [on('01-01', 4), on('02-01', 5), on('03-01', 4)];
    expect(explained(rule, [...three, on('04-01', 2)], asOf)).toMatchObject({ value: 2, met: false });
  });

  it('wait for submitted facts that would be among them', () => {
    const waiting = { status: 'submitted', help: null } as const;
    const three = [on('02-01', 4), on('03-01', 4), on('04-01', 4)];
    const older = on('01-01', null, waiting);
    const newer = on('02-02', null, waiting);
    const sameDayLater = fact('zz', { performedOn: '2026-02-01', ...waiting });
    const sameDayEarlier = fact('00', { performedOn: '2026-02-01', ...waiting });
    const olderLoggedLater = fact('zzz', { performedOn: '2026-01-31', ...waiting });
    const all = [...three, older, olderLoggedLater, newer, sameDayLater, sameDayEarlier];
    expect(explained(rule, all, asOf).waiting).toEqual(['zz', '02-02']);
    expect(explained(rule, [...three.slice(1), older], asOf).waiting).toEqual(['01-01']);
    const ratedBefore = [on('05-01', 4, { status: 'submitted' }), on('06-01', 3, { status: 'submitted' })];
    expect(explained(rule, [...three, ...ratedBefore], asOf).waiting).toEqual(['05-01']);
  });
});
