import { Type } from 'class-transformer';
import { IsInt, IsNumber, Min, ValidateNested } from 'class-validator';
import { Instant, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** A middle value with how many it rests on; absent where there is none. */
export class MiddleView {
  @Optional() @IsNumber() @Min(0) median?: number;
  @IsInt() @Min(0) n!: number;
}

/** Entries of a batch: the middle, how many batches, and the largest of them. */
export class BatchSizeView extends MiddleView {
  @IsInt() @Min(0) largest!: number;
}

/** How one supervisor decided in the period; see `ApprovalHabits` of domain/statistics for what each number means. */
export class SupervisorHabitsView {
  @ValidateNested() @Type(() => PersonView) supervisor!: PersonView;
  @IsInt() @Min(0) decided!: number;
  @IsInt() @Min(0) approved!: number;
  @IsInt() @Min(0) returned!: number;
  /** Approvals that set role or supervision level right. */
  @IsInt() @Min(0) corrected!: number;
  @ValidateNested() @Type(() => BatchSizeView) batchSize!: BatchSizeView;
  @ValidateNested() @Type(() => MiddleView) secondsAnEntry!: MiddleView;
  @ValidateNested() @Type(() => MiddleView) daysToApproval!: MiddleView;
}

/** How approvals are given, the same numbers for everybody: no ranking. */
export class ApprovalHabitsView {
  @Instant() asOf!: number;
  /** The period, counted back from `asOf`. */
  @IsInt() @Min(1) days!: number;
  /** Below so many cases a number tells little. */
  @IsInt() @Min(1) fewCases!: number;
  /** By name; for a supervisor the own row alone. */
  @ValidateNested({ each: true }) @Type(() => SupervisorHabitsView) supervisors!: SupervisorHabitsView[];
}
