import fc from 'fast-check';
import { assess, assessCompetency } from './assess';
import type { AssessmentContext, CompetencyAssessment } from './assessment';
import type { Fact } from './fact';
import type { Competency, Rule } from './requirement-set';
import { leavesOf } from './rule-parts';
import {
  asOf,
  growingRule,
  runs,
  shuffled,
  someContext,
  someFact,
  someFacts,
  someSet,
} from './testdata/arbitraries';
import { competency, explained, requirementSet } from './testdata/build';

/** Everything that an assessment says, opened; texts compare far faster than objects. */
function opened(competencies: readonly CompetencyAssessment[]): string[] {
  return competencies.map((each) => JSON.stringify(each)).sort();
}

/** Whether a competency rests on a rule about ratings, its own or that of a competency that comes first. */
function restsOnLastN(id: string, competencies: readonly Competency[]): boolean {
  const rules = competencies.find((each) => each.id === id)?.rules ?? [];
  return rules
    .flatMap(leavesOf)
    .some(
      ({ rule }) =>
        rule.kind === 'rating-last-n' ||
        rule.kind === 'rating-share' ||
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
          const other = assess({ ...set, competencies }, otherList, {
            certificates,
            signOffs,
            asOf,
            baseSpecialty: context.baseSpecialty,
          });
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
      Omit<AssessmentContext, 'asOf'>,
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
      assess(set, facts, { asOf, baseSpecialty: null }).competencies.map(({ met }) => met);
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
