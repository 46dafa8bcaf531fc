import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsString, Max, Min, ValidateNested } from 'class-validator';
import { failureReasons, type FailureReason } from '@countersign/domain/competency';
import type { Help } from '@countersign/domain/entry';
import {
  CompetenceRuleView,
  CompetenceView,
  ForecastRecordView,
  ForecastView,
  RequirementSetView,
} from '../competencies/views';
import { RuleView } from '../competencies/rule-views';
import { CivilDate, Instant, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** One judged case on a curve. */
export class CurveCaseView {
  /** Place in the whole record, from 1. */
  @IsInt() @Min(1) number!: number;
  @IsString() entryId!: string;
  @IsString() itemId!: string;
  @CivilDate() performedOn!: string;
  @IsInt() @Min(1) @Max(5) help!: Help;
  /** Why it did not go well; absent where it did. */
  @Optional() @IsIn([...failureReasons]) failedBy?: FailureReason;
  /** Of the chart after this case, in nats. */
  @IsNumber() @Min(0) score!: number;
}

/** A chart of a curve: learning until its signal, or monitoring from the next case on. */
export class CurvePanelView {
  @IsIn(['learning', 'monitoring']) chart!: 'learning' | 'monitoring';
  /** At or above it the chart speaks. */
  @IsNumber() limit!: number;
  /** The case from which on it can speak at all. */
  @IsInt() @Min(1) earliestCase!: number;
  @ValidateNested({ each: true }) @Type(() => CurveCaseView) cases!: CurveCaseView[];
  /** Case of the signal, or of the alarm. */
  @Optional() @IsInt() @Min(1) reachedCase?: number;
  /** From which case on the record changed, as the chart says it where it speaks. */
  @Optional() @IsInt() @Min(1) changeCase?: number;
}

/** A review of an alarm, which let both charts start again. */
export class AlarmReviewView {
  @ValidateNested() @Type(() => PersonView) by!: PersonView;
  @Instant() at!: number;
  @CivilDate() on!: string;
  /** The last case that was looked at; 0 where none of those is in the record any more. */
  @IsInt() @Min(0) afterCase!: number;
  /** What the reviewer wrote; absent where it was removed. */
  @Optional() @IsString() note?: string;
}

/** The charts between two reviews of alarms. */
export class CurveStretchView {
  @ValidateNested({ each: true }) @Type(() => CurvePanelView) panels!: CurvePanelView[];
  /** The review that ended it. */
  @Optional() @ValidateNested() @Type(() => AlarmReviewView) review?: AlarmReviewView;
}

/** The learning curve of a fellow in a competency. */
export class CurveView {
  /** The oldest first; the last one is today's. */
  @ValidateNested({ each: true }) @Type(() => CurveStretchView) stretches!: CurveStretchView[];
  /** Successes in a row that would bring the signal; absent once it is there. */
  @Optional() @IsInt() @Min(1) successesToSignal?: number;
}

/** A rating that is open to the reader. */
export class RatingPointView {
  @IsString() entryId!: string;
  @IsString() itemId!: string;
  @CivilDate() performedOn!: string;
  @IsInt() @Min(1) @Max(5) help!: Help;
}

/** Everything about a fellow in one competency but the entries behind its rules. */
export class FellowCompetencyView {
  @Instant() asOf!: number;
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsString() competencyId!: string;
  @IsString() title!: string;
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  @IsBoolean() met!: boolean;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(1) need!: number;
  @ValidateNested({ each: true }) @Type(() => RuleView) rules!: RuleView[];
  @ValidateNested() @Type(() => CompetenceView) competence!: CompetenceView;
  @ValidateNested() @Type(() => CompetenceRuleView) competenceRule!: CompetenceRuleView;
  @Optional() @ValidateNested() @Type(() => ForecastView) forecast?: ForecastView;
  @ValidateNested() @Type(() => ForecastRecordView) forecastRecord!: ForecastRecordView;
  /** Absent for readers who may not read ratings, and where there is no chart. */
  @Optional() @ValidateNested() @Type(() => CurveView) curve?: CurveView;
  /** The oldest first; absent for readers who may not read ratings. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RatingPointView) ratings?: RatingPointView[];
  /** Items of the competency that the fellow has not yet done, in the order of the catalogue. */
  @IsString({ each: true }) notYetDone!: string[];
  /** Judged cases on the charts, as the reader knows them: a review says how many were looked at. */
  @IsInt() @Min(0) judged!: number;
  /** There is an alarm, and the reader may review it. */
  @IsBoolean() mayReview!: boolean;
}

/** What a director set for the charts of a competency. */
export class ChartSettingView {
  /** Percent of cases not going well: of somebody who is there, and of somebody who must not be called so. */
  @IsInt() @Min(1) adequatePercent!: number;
  @IsInt() @Min(1) inadequatePercent!: number;
  /** Cases over which false signals and false alarms count, and the most of them in percent. */
  @IsInt() @Min(1) horizon!: number;
  @IsInt() @Min(1) falsePercent!: number;
}

/** The charts of a competency with their numbers. */
export class CompetencyChartView {
  @IsString() competencyId!: string;
  @IsString() title!: string;
  @ValidateNested() @Type(() => ChartSettingView) setting!: ChartSettingView;
  @ValidateNested() @Type(() => CompetenceRuleView) rule!: CompetenceRuleView;
  /** Who set it, and when; absent for defaults. */
  @Optional() @ValidateNested() @Type(() => PersonView) setBy?: PersonView;
  @Optional() @CivilDate() setOn?: string;
  /** Fellows of today who had a judged case before it was set, and keep what they began with. */
  @ValidateNested({ each: true }) @Type(() => PersonView) keptBy!: PersonView[];
  /** Fellows of today who have a judged case by now: they would keep what they have. */
  @IsInt() @Min(0) begun!: number;
}

/** The charts of a program. */
export class ChartSettingsView {
  @ValidateNested() @Type(() => RequirementSetView) requirementSet!: RequirementSetView;
  @ValidateNested({ each: true }) @Type(() => CompetencyChartView) charts!: CompetencyChartView[];
}
