import { assessInAnyWords } from './assess';
import type { HeldCertificate, NotCounted, RuleOutcome } from './assessment';
import type { Fact } from './fact';
import type { RequirementSet, Rule } from './requirement-set';

/** The number of one part. */
export interface WorkedPartResult {
  /** `count`, `supervisor`, `site`, `item`, `lastN`, `share`, `anyOf`, `baseSpecialty` or `certificate`. */
  readonly name: string;
  readonly value: number;
  readonly need: number;
  readonly met: boolean;
}

/** What a person worked out by hand. */
export interface WorkedExpectation {
  /** Value of the first part. */
  readonly count: number;
  /** Every part is met. */
  readonly met: boolean;
  /** The facts that the first part does not count, each with all reasons that may be given. */
  readonly notCounted: readonly { readonly id: string; readonly reasons: readonly string[] }[];
  /** The parts whose numbers were worked out; may be empty. */
  readonly parts: readonly WorkedPartResult[];
}

/** Rules, some facts, and the result that a person worked out by hand. */
export interface WorkedCase {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  /** The rule whose number is explained, then those that share its filter. */
  readonly rules: readonly [Rule, ...Rule[]];
  /** Null where the case says none. */
  readonly baseSpecialty: string | null;
  readonly certificates: readonly HeldCertificate[];
  readonly facts: readonly Fact[];
  readonly expect: WorkedExpectation;
}

/** What the rules make of a worked case; `differences` is empty when they agree with the person. */
export interface WorkedCaseReport {
  readonly id: string;
  readonly count: number;
  readonly met: boolean;
  readonly notCounted: readonly NotCounted[];
  readonly parts: readonly WorkedPartResult[];
  /** In words, one for each number, fact or part that differs. */
  readonly differences: readonly string[];
}

/**
 * Assesses the rules of a case, opens the number of the first, and compares with what is expected. Reasons agree when
 * there is at least one and each one given is among the expected. Of facts of one day the order of the file is that of
 * logging. Throws as `assess` does.
 */
export function evaluateWorkedCase(worked: WorkedCase): WorkedCaseReport {
  const { id, asOf, baseSpecialty, certificates, expect } = worked;
  const { facts, idOf } = inOrderOfFile(worked.facts);
  const { competencies } = assessInAnyWords(setOf(worked), facts, { asOf, baseSpecialty, certificates });
  const met = competencies.every((competency) => competency.met);
  const outcomes = competencies.flatMap((competency) => competency.rules);
  const parts = outcomes.map(partResult);
  const { value: count = 0, notCounted: left = [] } = outcomes[0] ?? {};
  const notCounted = left.map(({ id: place, reasons }) => ({ id: idOf(place), reasons }));
  return {
    ...{ id, count, met, notCounted, parts },
    differences: [
      ...differs('count', count, expect.count),
      ...differs('met', met, expect.met),
      ...compareNotCounted(notCounted, expect.notCounted),
      ...compareParts(parts, expect.parts),
    ],
  };
}

/** The facts under ids that sort as they stand in the file, and the way back; an id that is there twice stays so. */
function inOrderOfFile(facts: readonly Fact[]): { facts: readonly Fact[]; idOf: (place: string) => string } {
  const width = String(facts.length).length;
  const firstPlace = new Map<string, string>();
  facts.forEach(({ id }, index) => {
    if (!firstPlace.has(id)) firstPlace.set(id, String(index).padStart(width, '0'));
  });
  const placed = facts.map((fact) => ({ ...fact, id: firstPlace.get(fact.id) ?? fact.id }));
  return { facts: placed, idOf: (place) => facts[Number(place)]?.id ?? place };
}

function partResult({ rule, value, need, met }: RuleOutcome): WorkedPartResult {
  return { name: nameOf(rule), value, need, met };
}

const names: Readonly<Record<Rule['kind'], string>> = {
  ...{ count: 'count', recency: 'count', distinct: 'distinct', 'other-competency': 'competency' },
  ...{ 'rating-last-n': 'lastN', 'rating-share': 'share', certificate: 'certificate' },
  ...{ 'any-of': 'anyOf', 'base-specialty': 'baseSpecialty' },
};

function nameOf(rule: Rule): string {
  return rule.kind === 'distinct' ? rule.of : names[rule.kind];
}

function setOf({ id, title, asOf, rules }: WorkedCase): RequirementSet {
  return {
    ...{ id, title, version: 1, source: 'worked case', edition: '', effectiveOn: asOf },
    ...{ verifiedBy: null, verifiedOn: null, example: true },
    competencies: [{ id, title, shortTitle: id, about: { items: [id] }, rules, highRisk: false }],
  };
}

function differs(name: string, got: number | boolean, expected: number | boolean): string[] {
  return got === expected ? [] : [`${name} ${got}, expected ${expected}`];
}

function compareNotCounted(got: readonly NotCounted[], expected: WorkedExpectation['notCounted']): string[] {
  const reasonsGot = new Map<string, readonly string[]>(got.map(({ id, reasons }) => [id, reasons]));
  const reasonsExpected = new Map(expected.map(({ id, reasons }) => [id, reasons]));
  return [...new Set([...reasonsGot.keys(), ...reasonsExpected.keys()])].flatMap((id) => {
    const given = reasonsGot.get(id);
    const allowed = reasonsExpected.get(id);
    if (given !== undefined && allowed !== undefined && given.every((reason) => allowed.includes(reason)))
      return [];
    return [`${id} ${inWords(given)}, expected ${inWords(allowed)}`];
  });
}

function inWords(reasons: readonly string[] | undefined): string {
  return reasons === undefined ? 'counted' : `not counted (${reasons.join(', ')})`;
}

/** Parts of one name are compared in their order. */
function compareParts(got: readonly WorkedPartResult[], expected: readonly WorkedPartResult[]): string[] {
  const left = [...got];
  return expected.flatMap(({ name, value, need, met }) => {
    const index = left.findIndex((part) => part.name === name);
    const [part] = index === -1 ? [] : left.splice(index, 1);
    if (part === undefined) return [`${name} missing`];
    return [
      ...differs(`${name} value`, part.value, value),
      ...differs(`${name} need`, part.need, need),
      ...differs(`${name} met`, part.met, met),
    ];
  });
}
