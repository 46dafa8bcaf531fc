import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsString, Max, Min, ValidateNested } from 'class-validator';
import { attentionReasons, type AttentionReason } from '@countersign/domain/statistics';
import { CompetenceView, ForecastView } from '../competencies/views';
import { CivilDate, Instant, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** How a fellow's cases in a competency are rated. */
export class RatingCoverageView {
  /** Cases of the last 30 days, and how many of them are rated. */
  @IsInt() @Min(0) recentCases!: number;
  @IsInt() @Min(0) recentRated!: number;
  @IsInt() @Min(0) ratings!: number;
  @IsInt() @Min(0) raters!: number;
}

/** One reason to look at a fellow, never a verdict. */
export class ConcernView {
  @IsIn([...attentionReasons]) reason!: AttentionReason;
  /** 4 look today, 3 look this week, 2 keep an eye, 1 put the record in order. */
  @IsInt() @Min(1) @Max(4) severity!: 1 | 2 | 3 | 4;
  /** What it is about; absent where it is about no competency. */
  @Optional() @IsString() competencyId?: string;
  @Optional() @IsString() title?: string;
  /** The number beside the reason: a probability, a share or a count, as the reason says. */
  @Optional() @IsNumber() value?: number;
  /** The light of the competency, as far as the reader may know it. */
  @Optional() @ValidateNested() @Type(() => CompetenceView) competence?: CompetenceView;
  @Optional() @ValidateNested() @Type(() => RatingCoverageView) coverage?: RatingCoverageView;
  /** Of a target: dates, chance and what is expected to be missing. */
  @Optional() @ValidateNested() @Type(() => ForecastView) forecast?: ForecastView;
  /** Its target. */
  @Optional() @IsInt() @Min(1) need?: number;
  /** The sign-off whose evidence has changed. */
  @Optional() @IsString() signOffId?: string;
  /** What the reason rests on now: a concern that was set aside comes back when this is another. */
  @IsString() basis!: string;
}

/** A fellow whom it is worth to look at. */
export class AttentionLineView {
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  /** The worst first, at least one. */
  @ValidateNested({ each: true }) @Type(() => ConcernView) concerns!: ConcernView[];
}

/** A concern that somebody looked at and set aside. */
export class DismissedConcernView extends ConcernView {
  @IsString() id!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @ValidateNested() @Type(() => PersonView) by!: PersonView;
  @Instant() at!: number;
  /** Absent for readers who may not read what is said about a fellow, and once it was removed. */
  @Optional() @IsString() note?: string;
}

/** Flags that chance alone is expected to raise among those that stand. */
export class FalseFlagsView {
  @IsNumber() @Min(0) alarms!: number;
  @IsNumber() @Min(0) silences!: number;
  @IsNumber() @Min(0) total!: number;
  /** Cases that were watched for an alarm, all fellows and competencies together. */
  @IsInt() @Min(0) monitoredCases!: number;
  /** Cases from one false alarm to the next at the adequate failure rate. */
  @IsNumber() @Min(0) casesPerFalseAlarm!: number;
  /** Fellows, and fellows in a competency, that are watched for silence. */
  @IsInt() @Min(0) watchedForSilence!: number;
}

/** An open forecast of one fellow in one competency. */
export class CellForecastView {
  @IsString() fellowId!: string;
  @IsString() competencyId!: string;
  /** Chance that the target is reached by the end of training. */
  @IsNumber() @Min(0) @Max(1) byEnd!: number;
  /** Cases that are expected to be missing then. */
  @IsNumber() @Min(0) shortfall!: number;
  /** Cases to reach, and those that count so far. */
  @IsInt() @Min(1) need!: number;
  @IsInt() @Min(0) count!: number;
}

/** Who needs attention now. */
export class AttentionView {
  @CivilDate() asOfOn!: string;
  /** The worst first; it is no ranking. */
  @ValidateNested({ each: true }) @Type(() => AttentionLineView) lines!: AttentionLineView[];
  /** Fellows without a line, by name. */
  @ValidateNested({ each: true }) @Type(() => PersonView) quiet!: PersonView[];
  /** Set aside, and standing as they did then; the newest first. */
  @ValidateNested({ each: true }) @Type(() => DismissedConcernView) dismissed!: DismissedConcernView[];
  @ValidateNested() @Type(() => FalseFlagsView) expectedFalse!: FalseFlagsView;
  /** Of every fellow and competency whose target is not reached yet. */
  @ValidateNested({ each: true }) @Type(() => CellForecastView) forecasts!: CellForecastView[];
}
