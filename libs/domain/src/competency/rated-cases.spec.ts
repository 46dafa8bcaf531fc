import { ratedCases, ratingCoverage } from './rated-cases';
import { fact } from './testdata/build';

const about = { items: ['esi-tf-lumbar'] };

describe('A rated case', () => {
  it('is one for all lines that were rated in one tap, and one for each line that was rated apart', () => {
    const tap = (id: string) => fact(id, { entryId: 'e', scope: 'all', help: 3 });
    const apart = (id: string) => fact(id, { entryId: 'f', scope: 'each', help: 4 });
    const ids = ratedCases([tap('a'), tap('b'), apart('c'), apart('d')]).map(({ lines }) =>
      lines.map(({ id }) => id).join(),
    );
    expect(ids).toEqual(['a,b', 'c', 'd']);
  });

  it('is approved, in a patient, and done with the own hands', () => {
    const others = [
      fact('a', { help: null }),
      fact('b', { help: 4, simulation: true }),
      fact('c', { help: 4, role: 'observed' }),
      fact('d', { help: 4, status: 'submitted' }),
      fact('e', { help: 4, kind: 'experience' }),
    ];
    expect(ratedCases(others)).toEqual([]);
    expect(ratedCases([fact('f', { help: 5, outcome: 'aborted' })])).toHaveLength(1);
  });

  it('comes in the order of its day', () => {
    const days = ['2026-09-02', '2026-09-01'].map((performedOn, nth) =>
      fact(`f${nth}`, { help: 4, performedOn }),
    );
    expect(ratedCases(days).map(({ fact: { performedOn } }) => performedOn)).toEqual([
      '2026-09-01',
      '2026-09-02',
    ]);
  });
});

describe('How cases are rated', () => {
  const on = (id: string, performedOn: string, change: Parameters<typeof fact>[1] = {}) =>
    fact(id, { entryId: id, performedOn, help: 4, scope: 'each', ...change });

  it('counts entries of the last thirty days, what waits included, and all ratings with their raters', () => {
    const facts = [
      on('a', '2026-11-23', { supervisorId: 's1' }),
      on('b', '2026-10-25', { supervisorId: 's2', status: 'submitted', help: null }),
      on('c', '2026-10-24', { supervisorId: 's1' }),
      on('d', '2026-11-24', { supervisorId: 's3' }),
      on('e', '2026-11-20', { itemId: 'stellate', supervisorId: 's4' }),
    ];
    expect(ratingCoverage(about, facts, '2026-11-23')).toEqual({
      ...{ recentCases: 2, recentRated: 1, ratings: 3, raters: 2 },
    });
  });
});
