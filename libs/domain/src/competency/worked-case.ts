import { assess } from './assess';
import type { NotCounted } from './assessment';
import { explainRule } from './explain-rule';
import type { Fact } from './fact';
import type { FactRule, RequirementSet } from './requirement-set';

/** One rule of a worked case; the parts after the first share its filter. */
export interface WorkedPart {
  /** `count`, `supervisor`, `site` or `lastN`. */
  readonly name: string;
  readonly rule: FactRule;
}

/** The number of one part. */
export interface WorkedPartResult {
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
  /** At least one. */
  readonly parts: readonly WorkedPart[];
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
 * Puts the rules of a case to `assess`, opens the first with `explainRule`, and compares with what is expected.
 * Reasons agree when there is at least one and each one given is among the expected. Throws as `assess` does.
 */
export function evaluateWorkedCase(worked: WorkedCase): WorkedCaseReport {
  const { id, parts, facts, asOf, expect } = worked;
  const assessed = assess(setOf(worked), facts, { asOf }).competencies[0]!;
  const opened = explainRule(parts[0]!.rule, facts, asOf);
  const results = assessed.rules.map(({ value, need, met }, index) => ({
    name: parts[index]!.name,
    value,
    need,
    met,
  }));
  const report = {
    id,
    count: results[0]!.value,
    met: assessed.met,
    notCounted: opened.notCounted,
    parts: results,
  };
  return {
    ...report,
    differences: [
      ...differs('count', report.count, expect.count),
      ...differs('count when opened', opened.value, report.count),
      ...differs('met', report.met, expect.met),
      ...compareNotCounted(report.notCounted, expect.notCounted),
      ...compareParts(results, expect.parts),
    ],
  };
}

function setOf({ id, title, asOf, parts }: WorkedCase): RequirementSet {
  return {
    ...{ id, title, version: 1, source: 'worked case', edition: '', effectiveOn: asOf },
    ...{ verifiedBy: null, verifiedOn: null, example: true },
    competencies: [
      { id, title, shortTitle: id, about: {}, rules: parts.map((part) => part.rule), highRisk: false },
    ],
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
