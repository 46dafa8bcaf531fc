import { Type } from 'class-transformer';
import { IsInt, IsNumber, Max, Min, ValidateNested } from 'class-validator';
import { ForecastRecordView } from '../competencies/views';
import { CivilDate, Optional } from '../fields';

/** How often ranges held the day of the last case needed. */
export class RangeFoundView {
  @IsInt() @Min(0) held!: number;
  /** 95 % interval of the share that holds, 0 to 1; ranges of one fellow lean on each other, and it takes them as independent. */
  @IsNumber() @Min(0) @Max(1) low!: number;
  @IsNumber() @Min(0) @Max(1) high!: number;
  /** How likely so many or so few are if the promise is kept. */
  @IsNumber() @Min(0) @Max(1) pValue!: number;
}

/** Ranges that promise a share. */
export class RangeCalibrationView {
  @IsNumber() @Min(0) @Max(1) promised!: number;
  /** Ranges whose days are over. */
  @IsInt() @Min(0) resolved!: number;
  /** Absent before there are enough. */
  @Optional() @ValidateNested() @Type(() => RangeFoundView) found?: RangeFoundView;
}

/** Forecasts that said a probability between `from` and `to`. */
export class CalibrationBinView {
  @IsNumber() @Min(0) @Max(1) from!: number;
  @IsNumber() @Min(0) @Max(1) to!: number;
  @IsInt() @Min(0) count!: number;
  /** What they said on average, how often it came, and the 95 % interval of that; absent where there is none. */
  @Optional() @IsNumber() @Min(0) @Max(1) said?: number;
  @Optional() @IsNumber() @Min(0) @Max(1) came?: number;
  @Optional() @IsNumber() @Min(0) @Max(1) low?: number;
  @Optional() @IsNumber() @Min(0) @Max(1) high?: number;
}

/** Forecasts held against what came. */
export class CalibrationView {
  @ValidateNested({ each: true }) @Type(() => RangeCalibrationView) ranges!: RangeCalibrationView[];
  /** Probabilities of reaching a number by a day, of which that day is over. */
  @IsInt() @Min(0) resolved!: number;
  /** Five, the lowest first; absent before there are enough. */
  @Optional() @ValidateNested({ each: true }) @Type(() => CalibrationBinView) bins?: CalibrationBinView[];
}

/** How good the forecasts of a program were. */
export class CalibrationPageView {
  @CivilDate() asOfOn!: string;
  /** From how many on it is said how often they were right. */
  @IsInt() @Min(1) fewest!: number;
  /** Weeks in which forecasts were kept, how many forecasts that are, and the first and the last of these days. */
  @IsInt() @Min(0) weeks!: number;
  @IsInt() @Min(0) kept!: number;
  @Optional() @CivilDate() firstOn?: string;
  @Optional() @CivilDate() lastOn?: string;
  /** As each was judged in the week in which it came due. */
  @ValidateNested() @Type(() => ForecastRecordView) record!: ForecastRecordView;
  /** As they were made and kept, held against what is known today. */
  @ValidateNested() @Type(() => CalibrationView) made!: CalibrationView;
  /** The model of today, asked at every month’s end with what counted then. */
  @ValidateNested() @Type(() => CalibrationView) replayed!: CalibrationView;
}
