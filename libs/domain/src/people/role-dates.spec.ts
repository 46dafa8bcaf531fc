import fc from 'fast-check';
import { dayAfter } from '../calendar';
import { checkDirected, checkRole, DIRECTED_DAYS } from './role-dates';

const asked = { role: 'supervisor', fromOn: '2026-07-01', toOn: '2027-06-30' } as const;
const said = (
  change: Partial<Parameters<typeof checkRole>[0]>,
  others: Parameters<typeof checkRole>[1] = [],
) => checkRole({ ...asked, ...change }, others).map(({ code, field }) => [code, field]);

describe('A role', () => {
  it('has days of the calendar in their order; a single day is one', () => {
    expect(said({})).toEqual([]);
    expect(said({ toOn: asked.fromOn })).toEqual([]);
    expect(said({ toOn: '2026-06-30' })).toEqual([['people/reversed', '/toOn']]);
    expect(said({ fromOn: '2026-02-30', toOn: 'never' })).toEqual([
      ['people/impossible-date', '/fromOn'],
      ['people/impossible-date', '/toOn'],
    ]);
  });

  it('has a cohort only where it is that of a fellow', () => {
    expect(said({ cohort: '2026–27' })).toEqual([['people/cohort-of-fellow', '/cohort']]);
    expect(said({ role: 'fellow', cohort: '2026–27' })).toEqual([]);
  });

  it('shares no day with the same role of the same person', () => {
    expect(said({}, [{ fromOn: '2027-06-30', toOn: '2028-06-30' }])).toEqual([['people/overlap', '/fromOn']]);
    expect(said({}, [{ fromOn: '2027-07-01', toOn: '2028-06-30' }])).toEqual([]);
    expect(said({}, [{ fromOn: '2020-01-01', toOn: '2026-06-30' }])).toEqual([]);
  });
});

describe('A program', () => {
  const today = '2026-11-23';
  const until = (toOn: string) => ({ fromOn: '2020-01-01', toOn });
  const on = (before: readonly ReturnType<typeof until>[], after: typeof before) =>
    checkDirected({ before, after }, today).map(({ detail }) => detail?.['on']);

  it('keeps a director: the last one neither goes nor ends soon', () => {
    const [one, other] = [until('2030-06-30'), until('2029-06-30')];
    expect(on([one, other], [one])).toEqual([]);
    expect(on([one], [])).toEqual([today]);
    expect(on([one], [until('2026-11-30')])).toEqual(['2026-12-01']);
    expect(on([one], [until(dayAfter(today, DIRECTED_DAYS - 1))])).toEqual([]);
    expect(on([one], [until('2026-11-30'), { fromOn: '2026-12-01', toOn: '2030-06-30' }])).toEqual([]);
  });

  it('that nobody directs can still be changed', () => {
    expect(on([], [])).toEqual([]);
    expect(on([until('2026-11-01')], [until('2026-10-01')])).toEqual([]);
  });

  it('never loses by a director who is added', () => {
    const day = fc.integer({ min: -40, max: 60 }).map((days) => dayAfter(today, days));
    const stretch = fc.tuple(day, day).map((two) => {
      const [fromOn = today, toOn = today] = [...two].sort();
      return { fromOn, toOn };
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), stretch, (before, more) => {
        expect(checkDirected({ before, after: [...before, more] }, today)).toEqual([]);
      }),
    );
  });
});
