import { Type } from 'class-transformer';
import { IsInt, IsString, Max, Min, ValidateNested } from 'class-validator';
import { CivilDate, Id, Optional } from '../fields';

/** A site of the program. */
export class SiteLineView {
  @Id() id!: string;
  @IsString() name!: string;
  @IsString() setting!: string;
}

/** Where a fellow is on some days. */
export class RotationLineView {
  @Id() id!: string;
  @Id() siteId!: string;
  @IsString() name!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @IsInt() @Min(0) @Max(100) service!: number;
  /** Working days a week on which procedures are planned; absent where nobody has said. */
  @Optional() @IsInt() @Min(1) @Max(5) procedureDays?: number;
}

/** Days on which a fellow is away. */
export class LeaveLineView {
  @Id() id!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @IsString() kind!: string;
}

/** A fellow's training, and where it is spent. */
export class FellowYearView {
  @Id() id!: string;
  @IsString() name!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  /** By day. */
  @ValidateNested({ each: true }) @Type(() => RotationLineView) rotations!: RotationLineView[];
  @ValidateNested({ each: true }) @Type(() => LeaveLineView) leave!: LeaveLineView[];
}

/** Who is where: fellows of today and those to come by name, with sites. */
export class ScheduleView {
  /** Civil date at the program. */
  @CivilDate() today!: string;
  @ValidateNested({ each: true }) @Type(() => SiteLineView) sites!: SiteLineView[];
  @ValidateNested({ each: true }) @Type(() => FellowYearView) fellows!: FellowYearView[];
}
