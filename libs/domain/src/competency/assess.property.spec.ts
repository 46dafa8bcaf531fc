import fc from 'fast-check';
import { entryStates, painCategories, procedureRoles, settings, supervisionLevels } from '../entry/entry';
import type { Help } from '../entry/entry';
import { assess } from './assess';
import { explainRule } from './explain-rule';
import type { Fact, FactFilter } from './fact';
import type { FactRule } from './requirement-set';
import { competency, requirementSet } from './testdata/build';

const asOf = '2026-06-15';
const items = ['esi-tf-lumbar', 'esi-caudal', 'mbb-lumbar'] as const;
const groupOf = { 'esi-tf-lumbar': 'epidural', 'esi-caudal': 'epidural', 'mbb-lumbar': 'facet' } as const;

const help = fc.constantFrom<Help>(1, 2, 3, 4, 5);

const someFact: fc.Arbitrary<Fact> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    entryId: fc.constantFrom('e1', 'e2', 'e3'),
    itemId: fc.constantFrom(...items),
    performedOn: fc.constantFrom(
      '2025-06-15',
      '2025-12-14',
      '2025-12-15',
      '2026-03-01',
      '2026-06-15',
      '2026-06-16',
    ),
    role: fc.constantFrom(...procedureRoles),
    supervision: fc.constantFrom(...supervisionLevels),
    help: fc.option(help),
    supervisorId: fc.constantFrom('sup-a', 'sup-b', 'sup-c'),
    siteId: fc.constantFrom('main', 'asc'),
    status: fc.constantFrom(...entryStates, 'approved', 'approved', 'approved', 'submitted'),
    simulation: fc.constantFrom(false, false, false, true),
    painCategory: fc.constantFrom(...painCategories),
    setting: fc.constantFrom(...settings),
    levels: fc.integer({ min: 1, max: 4 }),
  })
  .map((part): Fact => ({ ...part, kind: 'procedure', group: groupOf[part.itemId] }));

const someFacts = fc.uniqueArray(someFact, { selector: ({ id }) => id, maxLength: 25 });

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

const someFilter: fc.Arbitrary<FactFilter> = fc
  .tuple(
    fc.oneof(
      fc.record({ items: some(items) }),
      fc.record({ groups: some(['epidural', 'facet']) }),
      fc.record({ items: some(items), groups: some(['epidural', 'facet']) }),
      fc.constant({ kind: 'procedure' } as const),
    ),
    fc.record(
      {
        roles: some(procedureRoles),
        supervision: some(supervisionLevels),
        painCategories: some(painCategories),
        settings: some(settings),
        simulation: fc.constantFrom('exclude', 'include', 'only'),
        minHelp: help,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([about, more]) => ({ ...about, ...more }));

const need = fc.integer({ min: 1, max: 6 });
const windowMonths = fc.integer({ min: 1, max: 13 });
const someWindowed = fc
  .tuple(someFilter, fc.option(windowMonths))
  .map(([filter, months]): FactFilter => (months === null ? filter : { ...filter, windowMonths: months }));

const growingRule: fc.Arbitrary<FactRule> = fc.oneof(
  fc.record({
    kind: fc.constant('count'),
    filter: someWindowed,
    per: fc.constantFrom('session', 'level'),
    need,
  }),
  fc.record({
    kind: fc.constant('distinct'),
    filter: someWindowed,
    of: fc.constantFrom('supervisor', 'site'),
    need,
  }),
  fc.record({ kind: fc.constant('recency'), filter: someFilter, windowMonths, need }),
);
const lastNRule: fc.Arbitrary<FactRule> = fc.record({
  kind: fc.constant('rating-last-n'),
  filter: someWindowed,
  n: fc.integer({ min: 1, max: 6 }),
  minHelp: help,
});
const someRule = fc.oneof(growingRule, lastNRule);

const setOf = (rules: readonly FactRule[]) => requirementSet([competency('x', { rules, lapseMonths: 6 })]);
const assessOne = (rule: FactRule, facts: readonly Fact[]) =>
  assess(setOf([rule]), facts, { asOf }).competencies[0]!.rules[0]!;

describe('for any rules and facts, an assessment', () => {
  it('does not depend on the order of the facts and changes none of them', () => {
    const shuffled = someFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(
        fc.array(someRule, { minLength: 1, maxLength: 5 }),
        shuffled,
        (rules, [facts, otherOrder]) => {
          facts.forEach((fact) => Object.freeze(fact));
          const before = facts.map(({ id }) => id);
          expect(assess(setOf(rules), otherOrder, { asOf })).toEqual(assess(setOf(rules), facts, { asOf }));
          expect(facts.map(({ id }) => id)).toEqual(before);
        },
      ),
    );
  });

  it('never falls for a count, a distinct count or recency when an approved fact is added', () => {
    fc.assert(
      fc.property(growingRule, someFacts, someFact, (rule, facts, added) => {
        const before = assessOne(rule, facts);
        const after = assessOne(rule, [...facts, { ...added, id: 'added-fact', status: 'approved' }]);
        expect(after.value).toBeGreaterThanOrEqual(before.value);
        expect(after.met || !before.met).toBe(true);
        expect(after.counted).toEqual(expect.arrayContaining([...before.counted]));
      }),
    );
  });

  it('opens to every fact exactly once, with a reason for each that is not counted', () => {
    fc.assert(
      fc.property(someRule, someFacts, (rule, facts) => {
        const { notCounted, ...opened } = explainRule(rule, facts, asOf);
        expect(opened).toEqual(assessOne(rule, facts));
        const ids = [...opened.counted, ...notCounted.map(({ id }) => id)];
        expect(ids.sort()).toEqual(facts.map(({ id }) => id).sort());
        expect(notCounted.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
      }),
    );
  });

  it('gives a number that the counted facts add up to', () => {
    fc.assert(
      fc.property(someRule, someFacts, (rule, facts) => {
        const { value, counted, need: needed, met } = assessOne(rule, facts);
        const evidence = facts.filter(({ id }) => counted.includes(id));
        const expected =
          rule.kind === 'distinct'
            ? new Set(evidence.map((fact) => (rule.of === 'site' ? fact.siteId : fact.supervisorId))).size
            : evidence.reduce(
                (sum, fact) => sum + (rule.kind === 'count' && rule.per === 'level' ? fact.levels : 1),
                0,
              );
        expect(value).toBe(expected);
        expect(met).toBe(value >= needed);
      }),
    );
  });

  it('lists as waiting exactly the submitted facts that would count once approved and rated well', () => {
    fc.assert(
      fc.property(someRule, someFacts, (rule, facts) => {
        const { waiting } = assessOne(rule, facts);
        const wouldCount = facts.filter((fact) => {
          if (fact.status !== 'submitted') return false;
          const approved: Fact = { ...fact, status: 'approved', help: fact.help ?? 5 };
          return assessOne(rule, [...facts.filter(({ id }) => id !== fact.id), approved]).counted.includes(
            fact.id,
          );
        });
        expect([...waiting].sort()).toEqual(wouldCount.map(({ id }) => id).sort());
      }),
    );
  });
});
