import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsNumber, IsString, Min, ValidateNested } from 'class-validator';
import { CivilDate, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { GroupColumnView } from './views';

/** Approved entries in patients of one catalogue group. */
export class GroupYieldView {
  @IsString() group!: string;
  @IsInt() @Min(1) entries!: number;
  /** At least half of what the program has of the group, and it has ten or more. */
  @IsBoolean() isMostlyHere!: boolean;
}

/** What a site or a supervisor gave in a span. */
export class SourceYieldView {
  @ValidateNested() @Type(() => PersonView) source!: PersonView;
  /** Approved entries in patients. */
  @IsInt() @Min(0) entries!: number;
  /** Entries in patients that were sent and are not decided. */
  @IsInt() @Min(0) waiting!: number;
  /** Fellows of the approved entries. */
  @IsInt() @Min(0) fellows!: number;
  /** Procedures of the approved entries. */
  @IsInt() @Min(0) procedures!: number;
  /** Procedures that the fellow performed or taught. */
  @IsInt() @Min(0) firstOperator!: number;
  /** Procedures that were aborted, converted or taken over. */
  @IsInt() @Min(0) endedOtherwise!: number;
  /** Approved entries that were no patients, in none of the other numbers. */
  @IsInt() @Min(0) simulations!: number;
  @ValidateNested({ each: true }) @Type(() => GroupYieldView) groups!: GroupYieldView[];
}

/** What rotations at a site gave. */
export class RotationYieldView {
  /** On-service weeks of fellows that were planned there and are over. */
  @IsNumber() @Min(0) weeks!: number;
  /** Approved entries in patients of fellows who were in a rotation there on that day. */
  @IsInt() @Min(0) entries!: number;
}

/** What a site gave. */
export class SiteYieldView extends SourceYieldView {
  /** Absent where no rotation there is planned. */
  @Optional() @ValidateNested() @Type(() => RotationYieldView) rotations?: RotationYieldView;
}

/** What a supervisor gave. */
export class SupervisorYieldView extends SourceYieldView {
  /** Months of the span in which the supervisor had the role and the program had a fellow. */
  @IsNumber() @Min(0) months!: number;
}

/** Two numbers between which one lies that nobody wrote down. */
export class DayRangeView {
  @IsInt() @Min(0) low!: number;
  @IsInt() @Min(0) high!: number;
}

/** Planned procedure days that are over, and what was logged on them. */
export class CoveredDaysView {
  @ValidateNested() @Type(() => DayRangeView) planned!: DayRangeView;
  /** Those of them with a logged procedure. */
  @ValidateNested() @Type(() => DayRangeView) covered!: DayRangeView;
  /** Those of them without one: at least so many. */
  @ValidateNested() @Type(() => DayRangeView) unlogged!: DayRangeView;
}

/** What the schedule lets one say of a fellow, or of a site. */
export class UnloggedLineView {
  /** The fellow, or the site. */
  @ValidateNested() @Type(() => PersonView) of!: PersonView;
  /** A rotation is planned in these days. */
  @IsBoolean() isPlanned!: boolean;
  /** Absent where no rotation says on how many days it plans procedures. */
  @Optional() @ValidateNested() @Type(() => CoveredDaysView) days?: CoveredDaysView;
}

/** Procedure days without a logged procedure. */
export class UnloggedView {
  /** The last day that is asked about; absent where the span has none. */
  @Optional() @CivilDate() throughOn?: string;
  /** By name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => UnloggedLineView) fellows!: UnloggedLineView[];
  /** Sites with a rotation; by name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => UnloggedLineView) sites!: UnloggedLineView[];
}

/** Where the cases of a program come from. */
export class YieldView {
  @CivilDate() asOfOn!: string;
  /** First day of the span. */
  @CivilDate() fromOn!: string;
  /** Its last day, which is not after today. */
  @CivilDate() toOn!: string;
  @ValidateNested({ each: true }) @Type(() => GroupColumnView) groups!: GroupColumnView[];
  /** Sites with a case or a rotation in the span; by name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => SiteYieldView) sites!: SiteYieldView[];
  /** Supervisors with a case in the span; by name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => SupervisorYieldView) supervisors!: SupervisorYieldView[];
  @ValidateNested() @Type(() => UnloggedView) unlogged!: UnloggedView;
}
