import fc from 'fast-check';
import { assess } from './assess';
import type { RuleOutcome } from './assessment';
import type { Fact } from './fact';
import type { FactRule, Rule } from './requirement-set';
import {
  asOf,
  growingRule,
  lastNRule,
  runs,
  someContext,
  someFacts,
  someRule,
  someSet,
} from './testdata/arbitraries';
import { competency, explained, requirementSet } from './testdata/build';

describe('for any rules and facts, an opened number', () => {
  it('holds every fact exactly once, with a reason for each that is not counted', () => {
    fc.assert(
      fc.property(someSet, someFacts, someContext, (set, facts, context) => {
        const { competencies } = assess(set, facts, { ...context, asOf });
        for (const outcome of competencies.flatMap(({ rules }) => rules)) {
          const { counted, waiting, notCounted } = outcome;
          const ids = [...counted, ...notCounted.map(({ id }) => id)];
          expect(ids.sort()).toEqual(looksAtFacts(outcome) ? facts.map(({ id }) => id).sort() : []);
          expect(notCounted.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
          expect(notCounted.map(({ id }) => id)).toEqual(expect.arrayContaining([...waiting]));
        }
      }),
      runs,
    );
  });

  it('is what its counted facts, or the grounds that hold, add up to', () => {
    fc.assert(
      fc.property(someSet, someFacts, someContext, (set, facts, context) => {
        const byFactId = new Map(facts.map((fact) => [fact.id, fact]));
        const { competencies } = assess(set, facts, { ...context, asOf });
        for (const { rule, value, need, met, counted, grounds, ...more } of competencies.flatMap(
          (c) => c.rules,
        )) {
          const evidence = counted.map((id) => byFactId.get(id)!);
          if (more.parts !== undefined) {
            const [asked] = more.parts;
            const metParts = more.parts.filter((part) => part.met).length;
            expect([value, met]).toEqual(
              rule.kind === 'any-of'
                ? [metParts, metParts >= need]
                : [asked?.value ?? 0, asked?.met ?? more.branch !== 'unknown'],
            );
            continue;
          }
          expect(value).toBe(sumOf(rule, evidence, grounds ?? []));
          const looked = rule.kind === 'rating-share' ? more.lastN!.length - rule.n : 0;
          expect(met).toBe(value >= need && looked >= 0);
          if (rule.kind === 'rating-share') {
            const of = Math.max(rule.n, more.lastN!.length);
            expect([need * 100 >= rule.percent * of, (need - 1) * 100 < rule.percent * of]).toEqual([
              true,
              true,
            ]);
          }
          if (rule.kind === 'distinct') expect(more.distinctValues).toHaveLength(value);
          if (rule.kind === 'rating-last-n' || rule.kind === 'rating-share') {
            const atLevel = more.lastN!.filter((rating) => rating.atLevel).map(({ id }) => id);
            expect(atLevel.reverse()).toEqual(counted);
          }
        }
      }),
      runs,
    );
  });

  it('lists as waiting exactly the submitted facts that would count once their entry is approved and rated well', () => {
    fc.assert(
      fc.property(someRule, someFacts, (rule, facts) => {
        const { waiting } = explained(rule, facts, asOf);
        const approve = (fact: Fact): Fact => ({
          ...fact,
          status: 'approved',
          help: fact.help ?? 5,
          scope: fact.scope ?? 'each',
        });
        const perEntry = rule.kind === 'recency' || (rule.kind === 'count' && rule.per === 'session');
        const wouldCount = facts.filter((fact) => {
          if (fact.status !== 'submitted') return false;
          const approved = facts.map((each) => {
            const isOf = perEntry ? each.entryId === fact.entryId : each.id === fact.id;
            return isOf ? approve(each) : each;
          });
          return explained(rule, approved, asOf).counted.includes(fact.id);
        });
        expect([...waiting].sort()).toEqual(wouldCount.map(({ id }) => id).sort());
      }),
      runs,
    );
  });

  it('does not depend on the rules beside it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(growingRule, lastNRule), { minLength: 2, maxLength: 5 }),
        someFacts,
        (rules, facts) => {
          const set = requirementSet([competency('x', { rules })]);
          const together = assess(set, facts, { asOf, baseSpecialty: null }).competencies[0]!.rules;
          rules.forEach((rule: FactRule, ruleIndex) => {
            const { basis, ...alone } = explained(rule, facts, asOf);
            expect(JSON.stringify(together[ruleIndex])).toBe(
              JSON.stringify({ basis: { ...basis, ruleIndex }, ...alone }),
            );
          });
        },
      ),
      runs,
    );
  });
});

/** The number of a rule, added up from what it says it counted. */
function sumOf(
  rule: Rule,
  evidence: readonly Fact[],
  grounds: readonly { readonly against: unknown }[],
): number {
  switch (rule.kind) {
    case 'distinct':
      return new Set(
        evidence.map(
          ({ siteId: site, supervisorId: supervisor, itemId: item }) => ({ site, supervisor, item })[rule.of],
        ),
      ).size;
    case 'count':
      if (rule.per === 'session') return new Set(evidence.map(({ entryId }) => entryId)).size;
      return evidence.reduce((sum, fact) => sum + (rule.per === 'level' ? fact.levels : 1), 0);
    case 'recency':
      return new Set(evidence.map(({ entryId }) => entryId)).size;
    case 'rating-last-n':
    case 'rating-share':
      return evidence.length;
    case 'other-competency':
    case 'certificate':
      return Math.min(1, grounds.filter(({ against }) => against === null).length);
    case 'any-of':
    case 'base-specialty':
      throw new Error('what holds others is made of its parts');
  }
}

function looksAtFacts({ rule, parts }: RuleOutcome): boolean {
  return parts === undefined ? 'filter' in rule : parts.some(looksAtFacts);
}
