import fc from 'fast-check';
import { ratePer, shareOf, yieldBySource, yieldSpan, type YieldFact } from './case-yield';
import type { Fact } from './fact';
import { fact } from './testdata/build';

type Sourced = YieldFact & { readonly siteId: string };
const at = (siteId: string, id: string, change: Partial<Fact> = {}, fellowId = 'f'): Sourced => ({
  ...fact(id, { siteId, ...change }),
  fellowId,
});
const bySite = (facts: readonly Sourced[]) => yieldBySource(facts, ({ siteId }) => siteId);
const times = (count: number, make: (nth: number) => Sourced) =>
  Array.from({ length: count }, (_, nth) => make(nth));

it('counts entries once, procedures by line, and what waits and what is simulated apart', () => {
  const facts = [
    at('north', 'a', { entryId: 'e1' }),
    at('north', 'b', { entryId: 'e1', role: 'assisted', outcome: 'aborted' }),
    at('north', 'c', { entryId: 'e2', role: 'taught', outcome: 'converted' }, 'g'),
    at('north', 'd', { entryId: 'e3', kind: 'experience', group: 'care', outcome: null }),
    at('north', 'e', { entryId: 'e4', status: 'submitted' }),
    at('north', 'f', { entryId: 'e5', status: 'returned' }),
    at('north', 'g', { entryId: 'e6', simulation: true }),
    at('north', 'h', { entryId: 'e7', simulation: true, status: 'submitted' }),
    at('north', 'i', { entryId: 'e8', status: 'amended', role: 'performed-part' }),
    at('', 'j', { entryId: 'e9' }),
  ];
  expect(bySite(facts)).toEqual([
    {
      ...{ sourceId: 'north', entries: 4, waiting: 1, fellows: 2, procedures: 4 },
      ...{ firstOperator: 2, endedOtherwise: 2, simulations: 1 },
      groups: [
        { group: 'epidural', entries: 3, isMostlyHere: false },
        { group: 'care', entries: 1, isMostlyHere: false },
      ],
    },
  ]);
});

it('says what is found mostly at one source, from ten cases of the program on and from half of them', () => {
  const mostly = (north: number, south: number) =>
    bySite([
      ...times(north, (nth) => at('north', `n${nth}`)),
      ...times(south, (nth) => at('south', `s${nth}`)),
    ]).map(({ groups }) => groups[0]?.isMostlyHere);
  expect(mostly(5, 5)).toEqual([true, true]);
  expect(mostly(5, 4)).toEqual([false, false]);
  expect(mostly(7, 4)).toEqual([true, false]);
  expect(mostly(20, 0)).toEqual([false]);
});

it('says no share and no rate of few', () => {
  expect([shareOf(9, 9), shareOf(4, 10)]).toEqual([null, 0.4]);
  expect([ratePer(9, 5), ratePer(10, 1.9), ratePer(10, 4)]).toEqual([null, null, 2.5]);
});

it('asks for the trainings of today where nobody says since when, and for a year at most', () => {
  const span = (...from: readonly string[]) =>
    yieldSpan(
      from.map((fromOn) => ({ fromOn, toOn: '2027-06-30' })),
      '2026-11-23',
      '2025-11-23',
    );
  expect(span('2026-07-01', '2026-09-01')).toEqual({ fromOn: '2026-07-01', toOn: '2026-11-23' });
  expect(span('2025-07-01')).toEqual({ fromOn: '2025-11-23', toOn: '2026-11-23' });
  expect(span('2026-12-01')).toEqual({ fromOn: '2025-11-23', toOn: '2026-11-23' });
});

it('of any facts adds up to the program, whatever their order', () => {
  const facts = fc.array(
    fc.record({
      site: fc.constantFrom('north', 'south', 'east'),
      entry: fc.integer({ min: 0, max: 30 }),
      group: fc.constantFrom('epidural', 'facet'),
      status: fc.constantFrom(
        'approved' as const,
        'amended' as const,
        'submitted' as const,
        'returned' as const,
      ),
      simulation: fc.boolean(),
    }),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(facts, (drawn) => {
      // An entry is at one site, in one state, and simulated or not.
      const first = new Map(drawn.toReversed().map((one) => [one.entry, one]));
      const all = drawn.map(({ entry, group }, nth) => {
        const { site, status, simulation } = first.get(entry) ?? {
          site: '',
          status: 'approved',
          simulation: false,
        };
        return at(site, `f${nth}`, { entryId: `e${entry}`, group, status, simulation });
      });
      const found = bySite(all);
      const sum = (of: (one: (typeof found)[number]) => number) =>
        found.reduce((total, one) => total + of(one), 0);
      const whole = (pick: (one: Sourced) => boolean) =>
        new Set(all.filter(pick).map(({ entryId }) => entryId)).size;
      const counts = ({ status }: Sourced) => status === 'approved' || status === 'amended';
      expect(sum(({ entries }) => entries)).toBe(whole((one) => counts(one) && !one.simulation));
      expect(sum(({ simulations }) => simulations)).toBe(whole((one) => counts(one) && one.simulation));
      expect(sum(({ waiting }) => waiting)).toBe(
        whole((one) => one.status === 'submitted' && !one.simulation),
      );
      const sorted = (list: typeof found) =>
        list
          .map((one) => ({ ...one, groups: one.groups.toSorted((a, b) => (a.group < b.group ? -1 : 1)) }))
          .sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
      expect(sorted(bySite(all.toReversed()))).toEqual(sorted(found));
    }),
  );
});
