import { Type } from 'class-transformer';
import { IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { officeColumnIds, SMALLEST_SHOWN } from '@countersign/domain/access';
import { RequirementSetView } from '../competencies/views';
import { CivilDate, Id, OneOf, Optional } from '../fields';

/** A column of an education office; `domain/access` says of what it is the sum. */
export type OfficeColumnId = (typeof officeColumnIds)[number];

/** One number of an education office. */
export class OfficeCountView {
  @OneOf(officeColumnIds) column!: OfficeColumnId;
  /** Absent where it is fewer than eleven, or would give away one that is. */
  @Optional() @IsInt() @Min(SMALLEST_SHOWN) count?: number;
}

/** The counts of one program. */
export class ProgramCountsView {
  @Id() id!: string;
  @IsString() name!: string;
  /** First day of the twelve months that are counted, and the last one: days in the program’s time zone. */
  @CivilDate() fromOn!: string;
  @CivilDate() asOfOn!: string;
  @ValidateNested({ each: true }) @Type(() => OfficeCountView) counts!: OfficeCountView[];
  /** The requirements by which its fellows are counted today, or would be. */
  @ValidateNested({ each: true }) @Type(() => RequirementSetView) requirements!: RequirementSetView[];
  /** Edition of its catalogue. */
  @IsString() catalogueEdition!: string;
}

/** The programs of an institution beside one another, by name. */
export class InstitutionCountsView {
  @IsString() institution!: string;
  @CivilDate() asOfOn!: string;
  @ValidateNested({ each: true }) @Type(() => ProgramCountsView) programs!: ProgramCountsView[];
  /** The programs together; absent where there is one. */
  @Optional() @ValidateNested({ each: true }) @Type(() => OfficeCountView) all?: OfficeCountView[];
}
