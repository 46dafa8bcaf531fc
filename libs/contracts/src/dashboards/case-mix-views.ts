import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsString, Min, ValidateNested } from 'class-validator';
import { careKinds, type CareKind } from '@countersign/domain/competency';
import {
  diagnosisGroups,
  painCategories,
  type DiagnosisGroup,
  type PainCategory,
} from '@countersign/domain/entry';
import { CivilDate, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { GroupColumnView } from './views';

/** Entries of one kind of care. */
export class CareCountView {
  @IsIn([...careKinds]) kind!: CareKind;
  @IsInt() @Min(0) count!: number;
  /** Where the requirements have one. */
  @Optional() @IsInt() @Min(1) aim?: number;
  @Optional() @IsString() competencyId?: string;
}

/** Entries of a pain category; the one that is absent was not recorded. */
export class PainCountView {
  @Optional() @IsIn([...painCategories]) category?: PainCategory;
  @IsInt() @Min(1) count!: number;
}

/** Entries of a family of diagnoses; the one that is absent was not recorded. */
export class DiagnosisCountView {
  @Optional() @IsIn([...diagnosisGroups]) group?: DiagnosisGroup;
  @IsInt() @Min(1) count!: number;
}

/** Entries by somebody or something with an id. */
export class MixCountView {
  @IsString() id!: string;
  @IsInt() @Min(1) count!: number;
}

/** Of what one fellow’s approved entries in patients are made. */
export class FellowMixView {
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @IsInt() @Min(0) entries!: number;
  @ValidateNested({ each: true }) @Type(() => MixCountView) groups!: MixCountView[];
  @ValidateNested({ each: true }) @Type(() => CareCountView) care!: CareCountView[];
  @ValidateNested({ each: true }) @Type(() => PainCountView) pain!: PainCountView[];
  @ValidateNested({ each: true }) @Type(() => DiagnosisCountView) diagnoses!: DiagnosisCountView[];
  @ValidateNested({ each: true }) @Type(() => MixCountView) sites!: MixCountView[];
  @ValidateNested({ each: true }) @Type(() => MixCountView) supervisors!: MixCountView[];
  /** Approved entries that were no patients, in none of the other numbers. */
  @IsInt() @Min(0) simulations!: number;
}

/** How long somebody takes, by themselves and not pooled with others. */
export class DelayView {
  @ValidateNested() @Type(() => PersonView) person!: PersonView;
  /** What was done in 90 days or still waits. */
  @IsInt() @Min(1) n!: number;
  /** Absent below ten. */
  @Optional() @IsNumber() @Min(0) medianDays?: number;
  /** So much still waits that the median is only a lower bound. */
  @Optional() @IsBoolean() isAtLeast?: boolean;
  /** How many took, or have taken, longer than 14 days. */
  @IsInt() @Min(0) slow!: number;
}

/** Of what the training is made, fellow by fellow. */
export class CaseMixView {
  @CivilDate() asOfOn!: string;
  @ValidateNested({ each: true }) @Type(() => GroupColumnView) groups!: GroupColumnView[];
  /** By name, never ranked. */
  @ValidateNested({ each: true }) @Type(() => FellowMixView) fellows!: FellowMixView[];
  @ValidateNested({ each: true }) @Type(() => PersonView) sites!: PersonView[];
  @ValidateNested({ each: true }) @Type(() => PersonView) supervisors!: PersonView[];
  /** From the procedure to the first submission, by fellow; by name. */
  @ValidateNested({ each: true }) @Type(() => DelayView) logging!: DelayView[];
  /** From the submission to the decision, by supervisor; by name. */
  @ValidateNested({ each: true }) @Type(() => DelayView) deciding!: DelayView[];
}
