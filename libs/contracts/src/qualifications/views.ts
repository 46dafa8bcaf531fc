import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import {
  boardSpecialties,
  qualificationKinds,
  qualificationStandings,
  qualificationStates,
  type BoardSpecialty,
  type QualificationKind,
  type QualificationStanding,
  type QualificationStateName,
} from '@countersign/domain/qualification';
import { CivilDate, Id, Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** A qualification with where it stands today. */
export class QualificationLineView {
  @Id() id!: string;
  @OneOf(qualificationKinds) kind!: QualificationKind;
  @Optional() @OneOf(boardSpecialties) specialty?: BoardSpecialty;
  @Optional() @IsString() title?: string;
  @IsString() issuer!: string;
  @Optional() @IsString() jurisdiction?: string;
  @OneOf(qualificationStandings) standing!: QualificationStanding;
  /** Absent where nobody has said. */
  @Optional() @CivilDate() fromOn?: string;
  /** Last day on which it holds; absent for one that does not expire. */
  @Optional() @CivilDate() expiresOn?: string;
  @OneOf(qualificationStates) state!: QualificationStateName;
  /** Of one that expires soon the days that are left, 0 on the last one; of one that has expired the days since. */
  @Optional() @IsInt() @Min(0) days?: number;
}

/** A qualification with everything that is kept of it. */
export class QualificationView extends QualificationLineView {
  @IsInt() @Min(1) revision!: number;
  /** Absent for none. */
  @Optional() @IsString() note?: string;
  @ValidateNested() @Type(() => PersonView) changedBy!: PersonView;
  @Instant() changedAt!: number;
}

/** The qualifications of a person in a program. */
export class QualificationsView {
  /** Civil date at the program. */
  @CivilDate() today!: string;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  /** Whether the reader may write them down, change and end them. */
  @IsBoolean() mayKeep!: boolean;
  /** What expires first comes first, what was ended last. */
  @ValidateNested({ each: true }) @Type(() => QualificationView) qualifications!: QualificationView[];
}

/** A fellow of today, or to come, with what is not ended. */
export class QualifiedFellowView {
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  /** What expires first comes first. */
  @ValidateNested({ each: true }) @Type(() => QualificationLineView) qualifications!: QualificationLineView[];
}

/** The qualifications of a program: the fellow first of whom something expires first, those without any last. */
export class ProgramQualificationsView {
  @CivilDate() today!: string;
  @ValidateNested({ each: true }) @Type(() => QualifiedFellowView) fellows!: QualifiedFellowView[];
}
