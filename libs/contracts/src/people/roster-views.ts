import { Type } from 'class-transformer';
import { IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { rosterColumns, rosterFaults, type RosterColumn, type RosterFault } from '@countersign/domain/people';
import { OneOf, Optional } from '../fields';

/** What is wrong with a row. */
export class ImportProblemView {
  @OneOf(rosterFaults) fault!: RosterFault;
  @OneOf(rosterColumns) column!: RosterColumn;
  /** What the cell would have to hold, empty for nothing; absent where only a person knows. */
  @Optional() @IsString() fix?: string;
}

/** One row, in the order in which they were sent. */
export class ImportRowView {
  /** Absent where the row is ready. */
  @Optional() @ValidateNested() @Type(() => ImportProblemView) problem?: ImportProblemView;
}

/** What would become of a roster; nothing is changed by looking. */
export class ImportTrialView {
  @ValidateNested({ each: true }) @Type(() => ImportRowView) rows!: ImportRowView[];
  @IsInt() @Min(0) ready!: number;
  @IsInt() @Min(0) wrong!: number;
}
