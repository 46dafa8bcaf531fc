import { Inject, Injectable } from '@nestjs/common';
import {
  carryOver,
  checkMapping,
  followedSet,
  isHighRiskByDefault,
  mappingById,
  nextVersion,
  setDifferences,
  volumeOutcome,
  type Competency,
  type CompetencyAssessment,
  type CompetencyDifference,
  type RequirementChange,
  type RequirementSet,
  type SetMapping,
} from '@countersign/domain/competency';
import { isCivilDate } from '@countersign/domain/calendar';
import type { Refused } from '@countersign/domain/refusal';
import type { RequirementTrialBody } from '@countersign/contracts/requirements/bodies';
import type {
  CarriedFellowView,
  CarriedNumberView,
  CompetencyDifferenceView,
  CompetencyView,
  RequirementTrialView,
  SetProblemView,
} from '@countersign/contracts/requirements/views';
import { problemInWords } from '@countersign/contracts/words/problem';
import { contextOf, Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { must, ProblemException } from '../platform/problem';
import { Programs, todayAt } from '../programs/programs';
import { Requirements } from './requirements';
import { SetFiles } from './set-files';

/** Tells what publishing a file would change, and writes nothing. */
@Injectable()
export class TryRequirementSet {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Requirements) private readonly requirements: Requirements,
    @Inject(SetFiles) private readonly files: SetFiles,
    @Inject(Standings) private readonly standings: Standings,
  ) {}

  /** @throws ProblemException `privacy/identifies`, `privacy/may-identify` for the texts of the file, and as `dayAsked` */
  async run(view: Reading, programId: string, body: RequirementTrialBody): Promise<RequirementTrialView> {
    const program = await this.programs.load(view, programId);
    const asOfOn = dayAsked(body.asOfOn) ?? todayAt(program, view);
    const nothing = { asOfOn, mapping: [], competencies: [], notHighRisk: [], fellows: [] };
    const { set: read, faults } = this.files.read(program, body);
    if (faults.length > 0) return { ...nothing, faults: faults.map(faultView) };
    const published = await this.requirements.published(view, programId);
    const set: RequirementSet = { ...read, version: nextVersion(published, read.id) };
    const before = followedSet(published, set);
    const mapping = body.mapping?.map(({ from, to }) => ({ from, to })) ?? mappingById(before, set);
    const change = { from: before ?? { ...set, competencies: [] }, to: set, mapping };
    const wrong = checkMapping(change);
    if (wrong) return { ...nothing, faults: [faultView(wrong)] };
    const { fellows, catalogue } = await this.standings.ofProgram(view, programId, asOfOn);
    const concerned = fellows.filter(
      ({ fellow }) => set.cohort === undefined || fellow.cohort === set.cohort,
    );
    return {
      ...nothing,
      ...{ faults: [], version: set.version, mapping: mapping.map((pair) => ({ ...pair })) },
      ...(before && { follows: { title: before.title, version: before.version } }),
      competencies: differencesOf(before, set, mapping),
      notHighRisk: set.competencies
        .filter(({ about, highRisk }) => !highRisk && isHighRiskByDefault(about, catalogue.catalogue))
        .map(({ title }) => title),
      fellows: concerned.map((standing) => carriedView(change, standing)),
    };
  }
}

/** The day that somebody asks for, where it is one. @throws ProblemException `requirement/date-impossible` */
export function dayAsked(asOfOn: string | undefined): string | undefined {
  if (asOfOn === undefined || isCivilDate(asOfOn)) return asOfOn;
  const code = 'requirement/date-impossible';
  throw new ProblemException(code, [{ pointer: '/asOfOn', code }]);
}

function faultView({ code, field = '', detail }: Refused): SetProblemView {
  return {
    pointer: field,
    code,
    title: problemInWords({ code, pointer: field, values: detail ?? {}, title: code }),
  };
}

function differencesOf(
  before: RequirementSet | null,
  after: RequirementSet,
  mapping: SetMapping,
): CompetencyDifferenceView[] {
  return setDifferences(before, after, mapping).map(differenceView);
}

function differenceView({
  difference,
  before,
  after,
  rules,
}: CompetencyDifference): CompetencyDifferenceView {
  return {
    difference,
    ...(before && { before: before as CompetencyView }),
    ...(after && { after: after as CompetencyView }),
    rules: rules.map((rule) => ({
      difference: rule.difference,
      ...(rule.before && { before: rule.before }),
      ...(rule.after && { after: rule.after }),
    })),
  };
}

function carriedView(change: RequirementChange, standing: Standing): CarriedFellowView {
  const { fellow, facts } = standing;
  const { competencies } = must(carryOver(change, facts, contextOf(standing)));
  const before = new Map(
    competencies.flatMap((one) => one.before.map((old) => [old.competencyId, old] as const)),
  );
  return {
    fellow: { id: fellow.id, name: fellow.name },
    metBefore: [...before.values()].filter(({ met }) => met).length,
    metAfter: competencies.filter(({ after }) => after.met).length,
    competencies: competencies.map((one) => ({
      before: one.before.map((old) => numberView(old, change.from.competencies)),
      after: numberView(one.after, change.to.competencies),
      highRiskRaised: one.highRiskRaised,
    })),
  };
}

function numberView(
  { competencyId, rules, met }: CompetencyAssessment,
  competencies: readonly Competency[],
): CarriedNumberView {
  const outcome = volumeOutcome(rules) ?? rules[0];
  const title = competencies.find(({ id }) => id === competencyId)?.title ?? competencyId;
  const number = { value: outcome?.value ?? 0, need: outcome?.need ?? 0, met };
  const rulesMet = rules.filter((one) => one.met).length;
  return { competencyId, title, ...number, rulesMet, rules: rules.length };
}
