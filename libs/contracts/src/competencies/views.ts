import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsString, Max, Min, ValidateNested } from 'class-validator';
import {
  notCountedReasons,
  requirementSetStandings,
  type NotCountedReason,
  type RequirementSetStanding,
} from '@countersign/domain/competency';
import type { Help } from '@countersign/domain/entry';
import { intervalWidths, type IntervalWidth } from '@countersign/domain/statistics';
import { CivilDate, Instant, Optional } from '../fields';
import { EntryLineView } from '../entries/views';
import { PersonView } from '../sessions/views';
import { RuleView } from './rule-views';

/** The competence light, from the exact state of the charts; never merged with the count. */
export const competenceStates = [
  'not-charted',
  'none',
  'insufficient',
  'learning',
  'competent',
  'concern_low',
  'concern_drift',
  'concern_relapse',
] as const;

/** One state of the competence light; `none` means no judged case, `not-charted` that experiences have no chart. */
export type CompetenceStateName = (typeof competenceStates)[number];

/** What the competence light rests on. */
export class CompetenceView {
  @IsIn([...competenceStates]) state!: CompetenceStateName;
  /** Judged cases. */
  @IsInt() @Min(0) n!: number;
  /** Judged cases that went well enough; absent for readers who may not read ratings. */
  @Optional() @IsInt() @Min(0) successes?: number;
  /** Central 90 % interval of the true success rate over the whole record; absent below ten cases, and as `successes`. */
  @Optional() @IsNumber() @Min(0) @Max(1) low?: number;
  @Optional() @IsNumber() @Min(0) @Max(1) high?: number;
  /** Posterior chance that the true success rate is at least `target`; absent below ten cases, and as `successes`. */
  @Optional() @IsNumber() @Min(0) @Max(1) pAtLeastTarget?: number;
  @IsNumber() @Min(0) @Max(1) target!: number;
  /** Judged case, from 1, at which the chart signaled, and at which it raised an alarm afterwards; as `successes`. */
  @Optional() @IsInt() @Min(1) signalCase?: number;
  @Optional() @IsInt() @Min(1) alarmCase?: number;
  /** Judged cases since the signal that did not go well; there with `signalCase`. */
  @Optional() @IsInt() @Min(0) failuresSince?: number;
}

/** How somebody who always fails at one rate would look to the charts. */
export class OperatingPointView {
  @IsNumber() @Min(0) @Max(1) failureRate!: number;
  /** Chance of a signal within the horizon of the rule. */
  @IsNumber() @Min(0) @Max(1) signal!: number;
  /** Chance of an alarm within as many cases after a signal. */
  @IsNumber() @Min(0) @Max(1) alarm!: number;
}

/** The numbers by which the competence light is made, printed beside it wherever it is shown. */
export class CompetenceRuleView {
  /** Help from which a case went well, unless the supervisor took over. */
  @IsInt() @Min(1) @Max(5) wellAtHelp!: Help;
  /** Shares of cases not going well that the learning-curve chart tells from one another. */
  @IsNumber() @Min(0) @Max(1) adequateFailureRate!: number;
  @IsNumber() @Min(0) @Max(1) inadequateFailureRate!: number;
  /** Chance that the chart signals within `horizon` cases although they go no better than inadequately. */
  @IsNumber() @Min(0) @Max(1) falseSignal!: number;
  @IsInt() @Min(1) horizon!: number;
  /** Below this number of judged cases nothing is said. */
  @IsInt() @Min(1) fewestCases!: number;
  /** What constant failure rates look like: the adequate, the middle between both, and the inadequate one. */
  @ValidateNested({ each: true }) @Type(() => OperatingPointView) operating!: OperatingPointView[];
  /** False for rates that no program has set. */
  @IsBoolean() setByProgram!: boolean;
  /** Who set them, and when; absent for defaults, and where the numbers are about several competencies. */
  @Optional() @IsString() setBy?: string;
  @Optional() @CivilDate() setOn?: string;
  /** Limits of both charts, in nats; absent where the numbers are about several competencies. */
  @Optional() @IsNumber() limit?: number;
  @Optional() @IsNumber() monitoringLimit?: number;
}

/** Where a forecast takes its rate from before the fellow's own cases outweigh it. */
export const forecastBases = ['program rate', 'target pace'] as const;

/** A stretch of the schedule ahead that gives less service than a full one. */
export class LessServiceView {
  /** Of a rotation its name, of leave its kind. */
  @IsString() name!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  /** Share of a full service, 0 for leave. */
  @IsNumber() @Min(0) @Max(1) service!: number;
}

/** When the volume of a competency is reached, as far as record and schedule tell. */
export class ForecastView {
  /** `met`: nothing is left to chance; `ended`: training is over; `no-end`: nobody knows when it will be. */
  @IsIn(['open', 'met', 'ended', 'no-end']) status!: 'open' | 'met' | 'ended' | 'no-end';
  /** Last day of training. */
  @Optional() @CivilDate() endsOn?: string;
  /** Of an open one, days by which the number is reached with 10, 50 and 90 %; absent: not before the end of training. */
  @Optional() @CivilDate() earlyOn?: string;
  @Optional() @CivilDate() likelyOn?: string;
  @Optional() @CivilDate() lateOn?: string;
  /** Of an open one: the chance of reaching it by the end of training, and how many cases are expected to be missing. */
  @Optional() @IsNumber() @Min(0) @Max(1) byEnd?: number;
  @Optional() @IsNumber() @Min(0) shortfall?: number;
  /** What it rests on: cases that count, in how many on-service weeks, and the weeks to come. */
  @Optional() @IsInt() @Min(0) cases?: number;
  @Optional() @IsNumber() @Min(0) weeks?: number;
  @Optional() @IsNumber() @Min(0) weeksToCome?: number;
  @Optional() @IsIn([...forecastBases]) basis?: (typeof forecastBases)[number];
  /** Variance over mean of counts with which it was made: 1 where cases come singly, more where they come in lists. */
  @Optional() @IsNumber() @Min(1) dispersion?: number;
  /** What of the schedule ahead moves the dates. */
  @Optional() @ValidateNested({ each: true }) @Type(() => LessServiceView) less?: LessServiceView[];
  /** Last day for which a rotation is known; later days are taken as the mean of those known. Absent: none is. */
  @Optional() @CivilDate() knownUntil?: string;
}

/** How many lights chance alone is expected to set. */
export class FalseLightsView {
  /** Lights that say something. */
  @IsInt() @Min(0) lights!: number;
  /** Of these, at standard by chance if nobody were there yet, and alarms by chance if everybody were. */
  @IsNumber() @Min(0) signals!: number;
  @IsNumber() @Min(0) alarms!: number;
}

/** How earlier forecasts of the program came out; a date range promises to hold the day with 80 %. */
export class ForecastRecordView {
  @IsInt() @Min(0) resolved!: number;
  @IsInt() @Min(0) held!: number;
  /** From how many on it is said how often they were right. */
  @IsInt() @Min(1) fewest!: number;
  /** Decimals that a percentage of a forecast may show. */
  @IsIn([0, 1]) digits!: 0 | 1;
  /** Whether the ranges are as wide as promised; absent before there are enough. */
  @Optional() @IsIn([...intervalWidths]) width?: IntervalWidth;
}

/** A requirement set as numbers must name it: source, edition, version, whether anybody verified it. */
export class RequirementSetView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsInt() @Min(1) version!: number;
  @IsString() source!: string;
  @CivilDate() effectiveOn!: string;
  /** How far its numbers can be relied on; `verified` and `demonstration` bind. */
  @IsIn([...requirementSetStandings]) standing!: RequirementSetStanding;
  /** Whether it binds whoever the numbers are about; one that does not is there to be looked at. */
  @IsBoolean() binds!: boolean;
}

/** A fellow's standing in one competency, rule by rule. */
export class CompetencyProgressView {
  @IsString() id!: string;
  @IsString() title!: string;
  @IsBoolean() met!: boolean;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(1) need!: number;
  @ValidateNested({ each: true }) @Type(() => RuleView) rules!: RuleView[];
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
  @Optional() @ValidateNested() @Type(() => ForecastView) forecast?: ForecastView;
}

/** A fellow's procedures in one group, and the entries in which they are. */
export class GroupCountView {
  @IsString() groupId!: string;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) approvedEntries!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(0) waitingEntries!: number;
}

/** A procedure group with the fellow's procedures. */
export class GroupProgressView extends GroupCountView {
  @IsString() title!: string;
  @IsIn(['procedure', 'experience']) kind!: 'procedure' | 'experience';
}

/** A fellow's progress page. */
export class ProgressView {
  @Instant() asOf!: number;
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() baseSpecialty!: string;
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(0) returned!: number;
  @IsInt() @Min(0) drafts!: number;
  @ValidateNested({ each: true }) @Type(() => CompetencyProgressView) competencies!: CompetencyProgressView[];
  @ValidateNested({ each: true }) @Type(() => GroupProgressView) groups!: GroupProgressView[];
  @ValidateNested() @Type(() => CompetenceRuleView) competenceRule!: CompetenceRuleView;
  @ValidateNested() @Type(() => FalseLightsView) falseLights!: FalseLightsView;
  @ValidateNested() @Type(() => ForecastRecordView) forecastRecord!: ForecastRecordView;
}

/** An entry behind a number, with why it does not count where it does not. */
export class EvidenceLineView {
  @ValidateNested() @Type(() => EntryLineView) entry!: EntryLineView;
  /** What the entry adds to the number; 0 when it does not count. */
  @IsInt() @Min(0) counts!: number;
  /** Every reason against it; empty when it counts. */
  @IsIn([...notCountedReasons], { each: true }) reasons!: NotCountedReason[];
}

/** One rule with the entries behind it. */
export class RuleEvidenceView extends RuleView {
  /** The different supervisors or sites, or ids of the items, where the rule asks that they differ. */
  @Optional() @IsString({ each: true }) distinctNames?: string[];
  /** The rule rests on ratings, which the reader may not read: the number is there, its entries are not. */
  @Optional() @IsBoolean() ratingsHidden?: boolean;
  @ValidateNested({ each: true }) @Type(() => EvidenceLineView) counted!: EvidenceLineView[];
  @ValidateNested({ each: true }) @Type(() => EvidenceLineView) waitingEntries!: EvidenceLineView[];
  @ValidateNested({ each: true }) @Type(() => EvidenceLineView) notCounted!: EvidenceLineView[];
}

/** Everything behind one competency's numbers. */
export class EvidenceView {
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() competencyId!: string;
  @IsString() title!: string;
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  @ValidateNested({ each: true }) @Type(() => RuleEvidenceView) rules!: RuleEvidenceView[];
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
  @ValidateNested() @Type(() => CompetenceRuleView) competenceRule!: CompetenceRuleView;
}
