import { ok, refused } from '../refusal';
import type { Refused, Result } from '../refusal';
import { assess } from './assess';
import type { AssessmentContext, CompetencyAssessment, HeldSignOff, SetVersion } from './assessment';
import { isInForce } from './assessment-context';
import type { Fact } from './fact';
import type { Competency, RequirementSet } from './requirement-set';

/** A new version of a requirement set and which old competencies each new one continues. */
export interface RequirementChange {
  /** The old version. */
  readonly from: RequirementSet;
  /** The new version. */
  readonly to: RequirementSet;
  readonly mapping: SetMapping;
}

/** Pairs of an old and a new competency id; several pairs may name the same old (split) or new (merged) one. */
export type SetMapping = readonly { readonly from: string; readonly to: string }[];

/** How one version follows another, as it was published. */
export interface SetStep {
  readonly from: SetVersion;
  readonly to: SetVersion;
  readonly mapping: SetMapping;
}

/** One competency of the new version with the numbers of both versions on the same date. */
export interface CarriedCompetency {
  /** Its id in the new version. */
  readonly competencyId: string;
  /** The old competencies it continues; empty for a new one. */
  readonly before: readonly CompetencyAssessment[];
  readonly after: CompetencyAssessment;
  /** The sign-off that carries over: every old competency it continues is signed off. Null: none. */
  readonly signOff: HeldSignOff | null;
  /** It became high risk with this version, so a carried sign-off has one supervisor less than a new one needs. */
  readonly highRiskRaised: boolean;
}

/** What a new version means for one fellow. */
export interface CarryOver {
  /** Civil date that the numbers of both versions are for. */
  readonly asOf: string;
  readonly from: SetVersion;
  readonly to: SetVersion;
  /** In the order of the new version. */
  readonly competencies: readonly CarriedCompetency[];
  /** Old competencies that nothing continues. */
  readonly retired: readonly string[];
}

/**
 * Puts both versions of a set side by side for one fellow as of a date. A sign-off stays where the mapping leads: a
 * changed number never takes it away. `context.signOffs` are those under the old version; rules of the new version that
 * ask for a signed competency see the carried ones.
 * Refusals: `requirement/mapping-unknown`, `requirement/mapping-twice`. Throws as `assess` does.
 */
export function carryOver(
  change: RequirementChange,
  facts: readonly Fact[],
  context: AssessmentContext,
): Result<CarryOver> {
  const wrong = checkMapping(change);
  if (wrong !== undefined) return wrong;
  const { from, to, mapping } = change;
  const before = assess(from, facts, context);
  const oldIdsOf = (newId: string) => mapping.filter((pair) => pair.to === newId).map((pair) => pair.from);
  const carried = new Map(
    to.competencies.map(({ id }) => [id, carriedSignOff(id, oldIdsOf(id), context)] as const),
  );
  const signOffs = [...carried.values()].filter((signOff) => signOff !== null);
  const after = assess(to, facts, { ...context, signOffs });
  const continued = new Set(mapping.map((pair) => pair.from));
  return ok({
    asOf: context.asOf,
    from: { requirementSetId: from.id, version: from.version },
    to: { requirementSetId: to.id, version: to.version },
    competencies: after.competencies.map((assessed) => {
      const { competencyId } = assessed;
      const oldIds = new Set(oldIdsOf(competencyId));
      return {
        competencyId,
        before: before.competencies.filter((old) => oldIds.has(old.competencyId)),
        after: assessed,
        signOff: carried.get(competencyId) ?? null,
        highRiskRaised:
          to.competencies.some(({ id, highRisk }) => id === competencyId && highRisk) &&
          from.competencies.some(({ id, highRisk }) => oldIds.has(id) && !highRisk),
      };
    }),
    retired: idsOf(from.competencies).filter((id) => !continued.has(id)),
  });
}

/**
 * The sign-offs that stand under a version: those given under it, and those that the steps to it carry there. A step from
 * version to version takes a sign-off where its mapping leads, whatever the numbers became; a merged competency is signed
 * where every one that went into it is. `asOf` is the day for which it is asked. Source: docs/domain.md §6.
 */
export function signOffsUnder(
  to: SetVersion,
  given: readonly (HeldSignOff & SetVersion)[],
  { steps, asOf }: { readonly steps: readonly SetStep[]; readonly asOf: string },
): readonly HeldSignOff[] {
  const own = given.filter((signOff) => isVersion(signOff, to));
  const step = steps.find((one) => isVersion(one.to, to));
  if (step === undefined) return own;
  const earlier = steps.filter((one) => one !== step);
  const signOffs = signOffsUnder(step.from, given, { steps: earlier, asOf });
  const signedAnew = new Set(own.map(({ competencyId }) => competencyId));
  const newIds = [...new Set(step.mapping.map((pair) => pair.to))].filter((id) => !signedAnew.has(id));
  const carried = newIds.map((newId) => {
    const oldIds = step.mapping.filter((pair) => pair.to === newId).map((pair) => pair.from);
    return carriedSignOff(newId, oldIds, { asOf, signOffs });
  });
  return [...own, ...carried.filter((signOff) => signOff !== null)];
}

/**
 * Under which ids a version goes on with a competency that was signed under another, along the steps between them; empty
 * where nothing continues it, or where no steps lead there.
 */
export function continuedAs(
  to: SetVersion,
  signed: SetVersion & { readonly competencyId: string },
  steps: readonly SetStep[],
): readonly string[] {
  if (isVersion(signed, to)) return [signed.competencyId];
  const step = steps.find((one) => isVersion(one.to, to));
  if (step === undefined) return [];
  const earlier = steps.filter((one) => one !== step);
  const before = continuedAs(step.from, signed, earlier);
  return [...new Set(step.mapping.filter(({ from }) => before.includes(from)).map((pair) => pair.to))];
}

function isVersion(one: SetVersion, other: SetVersion): boolean {
  return one.requirementSetId === other.requirementSetId && one.version === other.version;
}

/** Signed where every old competency is signed, from the day the last of them was until the first of them ends. */
function carriedSignOff(
  newId: string,
  oldIds: readonly string[],
  { asOf, signOffs = [] }: Pick<AssessmentContext, 'asOf' | 'signOffs'>,
): HeldSignOff | null {
  const held = signOffs.filter(
    (signOff) => oldIds.includes(signOff.competencyId) && isInForce(signOff, asOf),
  );
  const signedOn = held
    .map((signOff) => signOff.signedOn)
    .sort()
    .at(-1);
  const signed = new Set(held.map((signOff) => signOff.competencyId));
  if (signedOn === undefined || signed.size < oldIds.length) return null;
  const ends = held.map((signOff) => signOff.endedOn).filter((day) => day !== null);
  return { competencyId: newId, signedOn, endedOn: ends.sort()[0] ?? null };
}

/**
 * Why a mapping cannot be: `requirement/mapping-unknown` for an id that its version does not have,
 * `requirement/mapping-twice` for a pair that is there twice. Undefined where it can.
 */
export function checkMapping({ from, to, mapping }: RequirementChange): Refused | undefined {
  const oldIds = new Set(idsOf(from.competencies));
  const newIds = new Set(idsOf(to.competencies));
  const seen = new Set<string>();
  for (const [index, pair] of mapping.entries()) {
    if (!oldIds.has(pair.from)) return refused('requirement/mapping-unknown', `/mapping/${index}/from`);
    if (!newIds.has(pair.to)) return refused('requirement/mapping-unknown', `/mapping/${index}/to`);
    const key = `${pair.from}\n${pair.to}`;
    if (seen.has(key)) return refused('requirement/mapping-twice', `/mapping/${index}`);
    seen.add(key);
  }
  return undefined;
}

function idsOf(competencies: readonly Competency[]): string[] {
  return competencies.map((competency) => competency.id);
}
