import fc from 'fast-check';
import { casesToRun } from '../testing/cases';
import { countTable, type CountColumn } from './count-table';
import { officeColumnIds, officeColumns } from './office-columns';
import { countsToShow, type ShownTable } from './shown-counts';

type Row = Readonly<Record<string, number>>;

const flat: readonly CountColumn[] = [{ id: 'all', parts: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }];
const deep: readonly CountColumn[] = [
  { id: 'all', parts: [{ id: 'a' }, { id: 'b', parts: [{ id: 'c' }, { id: 'd' }] }] },
];
const leavesOf = (columns: readonly CountColumn[]): string[] =>
  columns.flatMap(({ id, parts }) => (parts ? leavesOf(parts) : [id]));

/** Every number of a table, as `row column`, in a fixed order; each is a sum of rows and of columns without parts. */
const numbersOf = (columns: readonly CountColumn[], rows: readonly Row[]): Map<string, number> =>
  new Map(countTable(columns, rows).map(({ row, column, value }) => [`${row} ${column}`, value]));

const shownIn = ({ rows, total }: ShownTable): Map<string, number | null> =>
  new Map(
    [
      ...rows.map((row, nth) => [String(nth), row] as const),
      ...(total ? [['total', total] as const] : []),
    ].flatMap(([row, counts]) =>
      Object.entries(counts).map(([column, count]) => [`${row} ${column}`, count] as const),
    ),
  );

/**
 * Whether some table of whole numbers shows just these numbers and has `value` at `key`: tried number by number, a branch
 * left as soon as a sum cannot come out any more. It shares nothing with how the rule decides.
 */
function isPossible(
  columns: readonly CountColumn[],
  rows: number,
  { shown, key, value }: { shown: ReadonlyMap<string, number | null>; key: string; value: number },
): boolean {
  const leaves = leavesOf(columns);
  const unknown = Array.from({ length: rows }, (_, row) => leaves.map((leaf) => ({ row, leaf }))).flat();
  const zero = (): Row[] => Array.from({ length: rows }, () => ({}));
  // Which sums each number is in, found by raising it alone.
  const members = unknown.map(({ row, leaf }) => {
    const raised = zero().map((counts, nth) => (nth === row ? { ...counts, [leaf]: 1 } : counts));
    return [...numbersOf(columns, raised)].flatMap(([name, count]) => (count === 1 ? [name] : []));
  });
  const wanted = new Map(
    [...shown].flatMap(([name, count]) => (count === null ? [] : [[name, count] as const])),
  ).set(key, value);
  const left = new Map(wanted);
  const lastOf = new Map<string, number>();
  for (const [nth, sums] of members.entries()) for (const name of sums) lastOf.set(name, nth);
  const goOn = (nth: number): boolean => {
    const sums = members[nth]?.filter((name) => left.has(name));
    if (sums === undefined) return [...left.values()].every((rest) => rest === 0);
    const most = Math.min(60, ...sums.map((name) => left.get(name) ?? 0));
    const closing = sums.filter((name) => lastOf.get(name) === nth).map((name) => left.get(name) ?? 0);
    const least = Math.max(0, ...closing);
    for (let count = most; count >= least; count -= 1) {
      for (const name of sums) left.set(name, (left.get(name) ?? 0) - count);
      if (goOn(nth + 1)) return true;
      for (const name of sums) left.set(name, (left.get(name) ?? 0) + count);
    }
    return false;
  };
  return goOn(0);
}

const count = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 40 }));
const tables = fc.constantFrom(flat, deep).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.record(Object.fromEntries(leavesOf(columns).map((leaf) => [leaf, count]))), {
      ...{ minLength: 1, maxLength: 2 },
    }),
  }),
);

describe('Counts across programs', () => {
  it('are shown as they are from eleven on, and never below', () => {
    fc.assert(
      fc.property(tables, ({ columns, rows }) => {
        const numbers = numbersOf(columns, rows);
        for (const [name, shown] of shownIn(countsToShow(columns, rows))) {
          if (shown === null) continue;
          expect(shown).toBe(numbers.get(name));
          expect(shown).toBeGreaterThanOrEqual(11);
        }
      }),
      { numRuns: casesToRun(2000, 300) },
    );
  });

  it('leave every number from 0 to 10 possible for each that is below eleven, whatever is added up', () => {
    fc.assert(
      fc.property(tables, ({ columns, rows }) => {
        const shown = shownIn(countsToShow(columns, rows));
        for (const [key, number] of numbersOf(columns, rows)) {
          if (number > 10) continue;
          for (const value of [0, 10]) {
            if (!isPossible(columns, rows.length, { shown, key, value }))
              throw new Error(`${key} cannot be ${value}: ${JSON.stringify([...shown])}`);
          }
        }
      }),
      { numRuns: casesToRun(300, 60) },
    );
  });

  it('show all where nothing is small, and nothing where all of it is', () => {
    const rows = [
      { a: 11, b: 20, c: 30 },
      { a: 12, b: 13, c: 14 },
    ];
    expect(countsToShow(flat, rows)).toEqual({
      rows: [
        { all: 61, a: 11, b: 20, c: 30 },
        { all: 39, a: 12, b: 13, c: 14 },
      ],
      total: { all: 100, a: 23, b: 33, c: 44 },
    });
    expect(countsToShow(flat, [{ a: 1, b: 2, c: 3 }])).toEqual({
      rows: [{ all: null, a: null, b: null, c: null }],
    });
    expect(countsToShow(flat, [])).toEqual({ rows: [] });
  });

  it('leave out a larger number beside a small one, so that the sum does not give it away', () => {
    expect(countsToShow(flat, [{ a: 3, b: 20, c: 600 }]).rows).toEqual([
      { all: 623, a: null, b: null, c: 600 },
    ]);
    // Three and two are five together: that alone would say that neither is ten.
    expect(countsToShow(flat, [{ a: 3, b: 2, c: 600 }]).rows).toEqual([
      { all: 605, a: null, b: null, c: null },
    ]);
    // Of two programs one is small: the other one's number, or the sum of both, tells it.
    const { rows, total } = countsToShow([{ id: 'a' }], [{ a: 4 }, { a: 40 }]);
    expect(
      [rows[0]?.['a'], rows[1]?.['a'] ?? total?.['a'] ?? null].filter((shown) => shown === null),
    ).toHaveLength(1);
  });

  it('refuse what is no count', () => {
    for (const a of [-1, 1.5, Number.NaN]) expect(() => countsToShow(flat, [{ a }])).toThrow(/whole number/);
  });

  it('of an office have columns each of which is there once, and stay quick with many programs', () => {
    const all = countTable(officeColumns, [{}]).map(({ column }) => column);
    expect(all.toSorted()).toEqual([...officeColumnIds].toSorted());
    const rows = Array.from({ length: 20 }, (_, program) =>
      Object.fromEntries(leavesOf(officeColumns).map((leaf, nth) => [leaf, (program * 7 + nth * 13) % 90])),
    );
    const before = performance.now();
    const shown = [...shownIn(countsToShow(officeColumns, rows)).values()];
    expect(performance.now() - before).toBeLessThan(5000);
    expect(shown.filter((one) => one !== null).length).toBeGreaterThan(shown.length / 2);
  });
});
