import { explained, fact, lumbar, oneSession } from './testdata/build';

const asOf = '2026-12-31';

describe('an impossible rule or fact is refused', () => {
  it.each([
    [
      'requirement/need-impossible',
      '/competencies/0/rules/0/need',
      { kind: 'count', filter: lumbar, per: 'session', need: NaN },
    ],
    [
      'requirement/window-impossible',
      '/competencies/0/rules/0/windowMonths',
      { kind: 'recency', filter: lumbar, windowMonths: 0, need: 1 },
    ],
  ] as const)('with %s', (code, field, rule) => {
    expect(() => explained(rule, [], asOf)).toThrow(
      expect.objectContaining({ name: 'DomainError', code, field }),
    );
  });

  it.each([
    ['requirement/fact-twice', {}],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-6-1' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-13-01' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-12-32' }],
    ['requirement/fact-date', { id: 'b', performedOn: 'x2026-12-01' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-12-01T' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-02-30' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2027-02-29' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-04-31' }],
    ['requirement/fact-date', { id: 'b', performedOn: '2026-05-00' }],
    ['requirement/fact-date', { id: 'b', performedOn: '1899-12-31' }],
    ['requirement/fact-date', { id: 'b', performedOn: '0206-06-01' }],
    ['requirement/fact-date', { id: 'b', performedOn: '3000-01-01' }],
    ['requirement/fact-date', { id: 'b', performedOn: undefined as never }],
    ['requirement/fact-levels', { id: 'b', levels: -1 }],
    ['requirement/fact-levels', { id: 'b', levels: 1.5 }],
    ['requirement/fact-levels', { id: 'b', levels: NaN }],
    ['requirement/fact-help', { id: 'b', help: 6 as never }],
    ['requirement/fact-help', { id: 'b', help: 2.5 as never }],
  ])('with %s for %p', (code, change) => {
    const facts = [fact('a'), fact('a', change)];
    expect(() => explained(oneSession, facts, asOf)).toThrow(
      expect.objectContaining({ name: 'DomainError', code, field: '/facts/1' }),
    );
  });

  it('but not with a leap day, or the last day of a month', () => {
    const days = ['2024-02-29', '2026-01-31', '2026-02-28', '2026-04-30', '1900-01-01'];
    const facts = days.map((performedOn) => fact(performedOn, { performedOn }));
    expect(explained(oneSession, facts, asOf).value).toBe(5);
  });

  it('with requirement/date-impossible for a day that does not exist', () => {
    expect(() => explained(oneSession, [], '2026-02-30')).toThrow(
      expect.objectContaining({ code: 'requirement/date-impossible', field: '/asOf' }),
    );
  });
});
