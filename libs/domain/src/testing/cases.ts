/** `npm test -- quick` sets it: simulations that take over ten seconds run on fewer cases there. */
const isQuick = process.env['TEST_CASES'] === 'quick';

/** How many cases a simulation runs: `all`, or `quick` of them, which must be enough to find a rule that is wrong. */
export function casesToRun(all: number, quick: number): number {
  return isQuick ? quick : all;
}

/** What a test walks through: the whole list, or `quick` of it at even distances with the first and the last. */
export function spreadOf<T>(list: readonly T[], quick: number): readonly T[] {
  if (!isQuick || quick >= list.length) return list;
  const step = (list.length - 1) / (quick - 1);
  return Array.from({ length: quick }, (_, k) => list[Math.round(k * step)] as T);
}
