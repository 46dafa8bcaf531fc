import fc from 'fast-check';
import { assess, assessCompetency } from './assess';
import type { AssessmentContext, CompetencyAssessment } from './assessment';
import type { Fact } from './fact';
import type { Competency, FactRule, Rule } from './requirement-set';
import {
  growingRule,
  lastNRule,
  shuffled,
  someContext,
  someFact,
  someFacts,
  someRule,
  someSet,
} from './testdata/arbitraries';
import { competency, explained, requirementSet } from './testdata/build';

const asOf = '2026-06-15';
const runs = { numRuns: 500 };

/** Everything that an assessment says, opened; texts compare far faster than objects. */
function opened(competencies: readonly CompetencyAssessment[]): string[] {
  return competencies.map((each) => JSON.stringify(each)).sort();
}

/** Whether a competency rests on a last-n rule, its own or that of a competency that comes first. */
function restsOnLastN(id: string, competencies: readonly Competency[]): boolean {
  const rules = competencies.find((each) => each.id === id)?.rules ?? [];
  return rules.some(
    (rule) =>
      rule.kind === 'rating-last-n' ||
      (rule.kind === 'other-competency' &&
        rule.standing === 'met' &&
        restsOnLastN(rule.competencyId, competencies)),
  );
}

/** Facts that come later; their ids sort before and after those of the others. */
const addedFacts = fc
  .array(fc.tuple(someFact, fc.constantFrom('approved', 'amended')), { minLength: 1, maxLength: 3 })
  .map((added) =>
    added.map(([fact, status], index): Fact => ({
      ...fact,
      id: `${index % 2 === 0 ? ' ' : '~'}added-${index}`,
      status: status as Fact['status'],
    })),
  );

describe('for any requirements and facts, an assessment', () => {
  it('does not depend on the order of anything and changes nothing', () => {
    const sets = someSet.chain((set) => fc.tuple(fc.constant(set), shuffled(set.competencies)));
    const facts = someFacts.chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    const contexts = someContext.chain((context) =>
      fc.tuple(fc.constant(context), shuffled(context.certificates), shuffled(context.signOffs)),
    );
    fc.assert(
      fc.property(
        sets,
        facts,
        contexts,
        ([set, competencies], [list, otherList], [context, certificates, signOffs]) => {
          const before = JSON.stringify([set, list, context]);
          list.forEach((fact) => Object.freeze(fact));
          const one = assess(set, list, { ...context, asOf });
          const other = assess({ ...set, competencies }, otherList, { certificates, signOffs, asOf });
          expect(opened(other.competencies)).toEqual(opened(one.competencies));
          expect(JSON.stringify([set, list, context])).toBe(before);
        },
      ),
      runs,
    );
  });

  it('says of one competency alone what it says of it among all', () => {
    fc.assert(
      fc.property(someSet, someFacts, someContext, (set, facts, context) => {
        const all = assess(set, facts, { ...context, asOf }).competencies;
        const each = set.competencies.map((one) => assessCompetency(set, one, facts, { ...context, asOf }));
        expect(opened(each)).toEqual(opened(all));
      }),
      runs,
    );
  });

  it('meets a competency exactly when every one of its rules is met', () => {
    fc.assert(
      fc.property(someSet, someFacts, someContext, (set, facts, context) => {
        for (const { met, rules } of assess(set, facts, { ...context, asOf }).competencies)
          expect(met).toBe(rules.every((outcome) => outcome.met));
      }),
      runs,
    );
  });
});

describe('for any requirements, when approved facts are added', () => {
  const assessedTwice = (
    [set, facts, context]: readonly [
      ReturnType<typeof requirementSet>,
      readonly Fact[],
      Partial<AssessmentContext>,
    ],
    added: readonly Fact[],
  ) => {
    const before = assess(set, facts, { ...context, asOf }).competencies;
    const after = assess(set, [...facts, ...added], { ...context, asOf }).competencies;
    return before.map((each, index) => [each, after[index]!] as const);
  };

  it('no count, distinct count or recency falls, and what counted still does', () => {
    fc.assert(
      fc.property(growingRule, someFacts, addedFacts, (rule, facts, added) => {
        const before = explained(rule, facts, asOf);
        const after = explained(rule, [...facts, ...added], asOf);
        expect(after.value).toBeGreaterThanOrEqual(before.value);
        expect(after.met || !before.met).toBe(true);
        // Per session another fact of the entry may speak for it.
        const entries = ({ counted }: typeof before) => {
          const ids = new Set(counted);
          return [...facts, ...added].filter(({ id }) => ids.has(id)).map(({ entryId }) => entryId);
        };
        expect(entries(after)).toEqual(expect.arrayContaining(entries(before)));
      }),
      runs,
    );
  });

  it('what was met stays met, except where it rests on the last n ratings, and no lapse comes nearer', () => {
    fc.assert(
      fc.property(fc.tuple(someSet, someFacts, someContext), addedFacts, (given, added) => {
        const [{ competencies }] = given;
        for (const [before, after] of assessedTwice(given, added)) {
          if (!restsOnLastN(before.competencyId, competencies)) expect(after.met || !before.met).toBe(true);
          if (before.lapse === null) continue;
          expect(after.lapse!.lapsed && !before.lapse.lapsed).toBe(false);
          expect((after.lapse!.currentThroughOn ?? '') >= (before.lapse.currentThroughOn ?? '')).toBe(true);
          expect((after.lapse!.lastPracticeOn ?? '') >= (before.lapse.lastPracticeOn ?? '')).toBe(true);
        }
      }),
      runs,
    );
  });

  it('that are unrated or rated best, what was met stays met without exception', () => {
    const unratedOrBest = fc
      .tuple(addedFacts, fc.constantFrom<Fact['help']>(null, 5))
      .map(([added, help]) =>
        added.map((fact): Fact => ({ ...fact, help, scope: help && (fact.scope ?? 'each') })),
      );
    fc.assert(
      fc.property(fc.tuple(someSet, someFacts, someContext), unratedOrBest, (given, added) => {
        for (const [before, after] of assessedTwice(given, added)) {
          expect(after.met || !before.met).toBe(true);
          before.rules.forEach(({ value }, index) =>
            expect(after.rules[index]!.value).toBeGreaterThanOrEqual(value),
          );
        }
      }),
      runs,
    );
  });

  it('that are rated lower, a last-n rule may cease to be met, and that alone', () => {
    const lastN: Rule = { kind: 'rating-last-n', filter: { kind: 'procedure' }, n: 1, minHelp: 4 };
    const count: Rule = { kind: 'count', filter: { kind: 'procedure' }, per: 'session', need: 1 };
    const waitsFor = (competencyId: string): Rule => ({
      kind: 'other-competency',
      competencyId,
      standing: 'met',
    });
    const set = requirementSet([
      competency('rated', { rules: [lastN] }),
      competency('after-rated', { rules: [waitsFor('rated')] }),
      competency('counted', { rules: [count] }),
    ]);
    const [one] = fc.sample(someFact, 1);
    const good: Fact = {
      ...one!,
      kind: 'procedure',
      status: 'approved',
      simulation: false,
      help: 5,
      scope: 'each',
      performedOn: asOf,
    };
    const metWith = (facts: readonly Fact[]) =>
      assess(set, facts, { asOf }).competencies.map(({ met }) => met);
    expect(metWith([{ ...good, id: 'a' }])).toEqual([true, true, true]);
    expect(
      metWith([
        { ...good, id: 'a' },
        { ...good, id: 'b', help: 3 },
      ]),
    ).toEqual([false, false, true]);
    expect(restsOnLastN('after-rated', set.competencies)).toBe(true);
  });
});

describe('for any rules and facts, an opened number', () => {
  it('holds every fact exactly once, with a reason for each that is not counted', () => {
    fc.assert(
      fc.property(someSet, someFacts, someContext, (set, facts, context) => {
        const { competencies } = assess(set, facts, { ...context, asOf });
        for (const { counted, waiting, notCounted, grounds } of competencies.flatMap(({ rules }) => rules)) {
          const ids = [...counted, ...notCounted.map(({ id }) => id)];
          expect(ids.sort()).toEqual(grounds === undefined ? facts.map(({ id }) => id).sort() : []);
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
          expect(value).toBe(sumOf(rule, evidence, grounds ?? []));
          expect(met).toBe(value >= need);
          if (rule.kind === 'distinct') expect(more.distinctValues).toHaveLength(value);
          if (rule.kind === 'rating-last-n') {
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
          const together = assess(set, facts, { asOf }).competencies[0]!.rules;
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
      return new Set(evidence.map((fact) => (rule.of === 'site' ? fact.siteId : fact.supervisorId))).size;
    case 'count':
      if (rule.per === 'session') return new Set(evidence.map(({ entryId }) => entryId)).size;
      return evidence.reduce((sum, fact) => sum + (rule.per === 'level' ? fact.levels : 1), 0);
    case 'recency':
      return new Set(evidence.map(({ entryId }) => entryId)).size;
    case 'rating-last-n':
      return evidence.length;
    case 'other-competency':
    case 'certificate':
      return Math.min(1, grounds.filter(({ against }) => against === null).length);
  }
}
