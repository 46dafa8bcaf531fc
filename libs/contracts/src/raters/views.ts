import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, Max, Min, ValidateNested } from 'class-validator';
import type { NoFindingReason } from '@countersign/domain/statistics';
import { CivilDate, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** Why nothing is said of a rater. */
export const noFindingReasons = [
  'few-ratings',
  'few-shared-fellows',
  'unreliable',
] as const satisfies readonly NoFindingReason[];

/** Points of the help scale, from the lower end of an interval to the upper one. */
export class IntervalView {
  @IsNumber() low!: number;
  @IsNumber() high!: number;
  /** The estimate between them. */
  @IsNumber() value!: number;
}

/** How far self-ratings and supervisors' ratings of the same cases agree. */
export class AgreementView {
  @IsInt() @Min(1) pairs!: number;
  /** Pairs in which both said the same. */
  @IsInt() @Min(0) same!: number;
  /** 95 % interval of their share, 0 to 1. */
  @IsNumber() @Min(0) @Max(1) low!: number;
  @IsNumber() @Min(0) @Max(1) high!: number;
  /** Quadratically weighted kappa with its 95 % interval; absent where both said one value throughout. */
  @Optional() @ValidateNested() @Type(() => IntervalView) kappa?: IntervalView;
  /** Mean of the supervisor's rating less the fellow's own, in points. */
  @IsNumber() difference!: number;
}

/** Pairs of a self-rating and a supervisor's rating; below ten nothing is said of them. */
export class PairsView {
  @IsInt() @Min(0) pairs!: number;
  @Optional() @ValidateNested() @Type(() => AgreementView) agreement?: AgreementView;
}

/** What the ratings of one supervisor say beside those of colleagues. */
export class RaterNoteView {
  @IsInt() @Min(0) ratings!: number;
  @IsInt() @Min(0) fellows!: number;
  /** Fellows whom somebody else rated too. */
  @IsInt() @Min(0) sharedFellows!: number;
  /** Mean of the ratings as they were given; absent where there is none. */
  @Optional() @IsNumber() rawMean?: number;
  /** Points above what colleagues give the same fellows, with the 95 % interval; absent where it cannot be told apart. */
  @Optional() @ValidateNested() @Type(() => IntervalView) effect?: IntervalView;
  @Optional() @IsIn([...noFindingReasons]) hiddenBecause?: NoFindingReason;
  @ValidateNested() @Type(() => PairsView) withFellows!: PairsView;
}

/** A supervisor with the note about their ratings. */
export class RaterLineView extends RaterNoteView {
  @ValidateNested() @Type(() => PersonView) supervisor!: PersonView;
  /** 0-based part of the program within which raters can be compared; absent without ratings. */
  @Optional() @IsInt() @Min(0) island?: number;
}

/** What the ratings of one fellow say, freed of who happened to rate. */
export class RatedFellowView {
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsInt() @Min(0) ratings!: number;
  @IsInt() @Min(0) raters!: number;
  /** Too few ratings, or from too few supervisors, to lean on. */
  @IsBoolean() thin!: boolean;
  @Optional() @IsNumber() rawMean?: number;
  /** The rating by an average rater at the fellow's mean experience, with the 95 % interval; absent where ratings are thin. */
  @Optional() @ValidateNested() @Type(() => IntervalView) fair?: IntervalView;
  /** Share of the differences between fellows that these ratings carry, 0 to 1. */
  @Optional() @IsNumber() @Min(0) @Max(1) dependability?: number;
  @ValidateNested() @Type(() => PairsView) withSupervisors!: PairsView;
}

/** The model behind all of it, printed wherever its numbers are. */
export class RaterModelView {
  @IsInt() @Min(0) ratings!: number;
  @IsInt() @Min(0) fellows!: number;
  @IsInt() @Min(0) raters!: number;
  /** Parts of the program that no fellow connects; 1 means that every rater can be compared with every other. */
  @IsInt() @Min(0) islands!: number;
  /** Whether the variances are the program's own, or stand in until it has ratings enough. */
  @IsIn(['placeholder', 'estimated']) basis!: 'placeholder' | 'estimated';
  /** Variances between fellows, between raters, and what is left, in squared points. */
  @IsNumber() @Min(0) fellowVariance!: number;
  @IsNumber() @Min(0) raterVariance!: number;
  @IsNumber() @Min(0) restVariance!: number;
  /** How much a single rating says, and twelve by four supervisors, 0 to 1. */
  @IsNumber() @Min(0) @Max(1) single!: number;
  @IsNumber() @Min(0) @Max(1) twelveByFour!: number;
}

/** Raters beside one another, for the director alone. */
export class RatersView {
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => RaterModelView) model!: RaterModelView;
  /** By name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => RaterLineView) raters!: RaterLineView[];
  /** By name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => RatedFellowView) fellows!: RatedFellowView[];
  @ValidateNested() @Type(() => PairsView) everybody!: PairsView;
}

/** What a supervisor reads about the own ratings, and nobody else's. */
export class OwnRatingsView {
  @CivilDate() asOfOn!: string;
  @ValidateNested() @Type(() => RaterModelView) model!: RaterModelView;
  @ValidateNested() @Type(() => RaterNoteView) note!: RaterNoteView;
}
