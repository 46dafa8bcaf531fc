import fc from 'fast-check';
import { outcomes } from '../entry/entry';
import type { Fact } from './fact';
import { judgedCases } from './judged-cases';
import type { FactRule } from './requirement-set';
import { lastNRule, shuffled, someFact, someFacts, someHelp } from './testdata/arbitraries';
import { explained } from './testdata/build';

const asOf = '2026-06-15';
const runs = { numRuns: 500 };

describe('for any last-n rule, a second line of the same item', () => {
  const approved = someFact.map((fact): Fact => ({ ...fact, id: 'line-0', status: 'approved' }));
  /** A line and, beside it in the order of logging as lines of one entry are, its twin with other levels. */
  const withTwin = fc
    .tuple(approved, fc.constantFrom('line-!', 'line-1'), fc.integer({ min: 0, max: 9 }), someHelp)
    .map(([fact, id, levels, help]) => {
      const line = { ...fact, help, entryId: 'its-own' };
      return { line, twin: { ...line, id, levels } };
    });
  const ratingsOf = (rule: FactRule, facts: readonly Fact[]) => {
    const { value, met, lastN } = explained(rule, facts, asOf);
    return { value, met, lastN: lastN?.map(({ id: _id, ...rating }) => rating) };
  };

  it('changes nothing when both were rated in one tap', () => {
    fc.assert(
      fc.property(lastNRule, someFacts, withTwin, (rule, facts, { line, twin }) => {
        const together = { scope: 'all' } as const;
        const one = [...facts, { ...line, ...together }];
        expect(ratingsOf(rule, [...one, { ...twin, ...together }])).toEqual(ratingsOf(rule, one));
      }),
      runs,
    );
  });

  it('is a rating of its own when each was judged apart', () => {
    fc.assert(
      fc.property(withTwin, ({ line, twin }) => {
        const { kind } = line;
        const filter = { kind, simulation: 'include' } as const;
        const rule: FactRule = { kind: 'rating-last-n', filter, n: 2, minHelp: 1 };
        const well = { scope: 'each', performedOn: asOf, outcome: 'success' } as const;
        const apart = [line, twin].map((fact): Fact => ({ ...fact, ...well }));
        expect(explained(rule, apart, asOf)).toMatchObject({ value: 2, met: true });
        const together = apart.map((fact): Fact => ({ ...fact, scope: 'all' }));
        expect(explained(rule, together, asOf)).toMatchObject({ value: 1, met: false });
      }),
      runs,
    );
  });
});

describe('for any competency, the judged cases', () => {
  const about = { groups: ['epidural', 'facet', 'exp-evaluation'] };
  const ends = fc.array(fc.constantFrom(...outcomes, null), { minLength: 20, maxLength: 20 });
  const withOutcome = fc
    .tuple(someFacts, ends)
    .map(([facts, ended]) => facts.map((fact, nth): Fact => ({ ...fact, outcome: ended[nth] ?? null })));

  it('are the same with a second line rated in the same tap, and one more when it was judged apart', () => {
    fc.assert(
      fc.property(withOutcome, fc.nat({ max: 19 }), (facts, nth) => {
        const all = facts.map((fact): Fact => ({ ...fact, scope: fact.help && 'all' }));
        const line = all[nth % all.length]!;
        const twin = { ...line, id: `${line.id}~` };
        const before = judgedCases(about, all);
        expect(judgedCases(about, [...all, twin])).toEqual(before);
        const apart: Fact = { ...twin, scope: line.help && 'each' };
        const isJudged = judgedCases(about, [line]).length === 1;
        expect(judgedCases(about, [...all, apart]).length).toBe(before.length + (isJudged ? 1 : 0));
      }),
      runs,
    );
  });

  it('do not depend on the order of the facts', () => {
    const inTwoOrders = withOutcome.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts)));
    fc.assert(
      fc.property(inTwoOrders, ([facts, other]) => {
        expect(judgedCases(about, other)).toEqual(judgedCases(about, facts));
      }),
      runs,
    );
  });
});
