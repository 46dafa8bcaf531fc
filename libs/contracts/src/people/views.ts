import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { roles, type Role, type Tenure } from '@countersign/domain/access';
import { CivilDate, Id, Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** A role that somebody holds, held or will hold. */
export class MemberRoleView {
  @Id() id!: string;
  @OneOf(roles) role!: Role;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @Optional() @IsString() cohort?: string;
  @OneOf(['to-come', 'in-force', 'closing', 'over']) tenure!: Tenure;
  /** The reader may change its days or end it. */
  @IsBoolean() mayChange!: boolean;
}

/** How far somebody has got with an account. */
export const accessStates = ['none', 'invited', 'expired', 'password'] as const;

/** Whether somebody can sign in. */
export class AccessView {
  /** `invited` has a link and no password yet, `expired` one that is over, `none` never had one. */
  @OneOf(accessStates) state!: (typeof accessStates)[number];
  /** The account has a second factor. */
  @Optional() @IsBoolean() secondFactor?: boolean;
  /** Until when the open link can be used. */
  @Optional() @Instant() linkUntil?: number;
}

/** Somebody of the program. */
export class MemberView extends PersonView {
  /** Somebody above in the list has the same name: this is another person. */
  @IsBoolean() anotherPerson!: boolean;
  @IsEmail() email!: string;
  /** Empty for none. */
  @IsString() baseSpecialty!: string;
  /** The account is closed: nobody signs in with it. */
  @IsBoolean() disabled!: boolean;
  /** The person belongs to no program that the reader does not keep, so that the reader keeps the account too. */
  @IsBoolean() mayChange!: boolean;
  @ValidateNested() @Type(() => AccessView) access!: AccessView;
  /** Entries that wait for the person’s decision. */
  @IsInt() @Min(0) waiting!: number;
  /** The latest one first. */
  @ValidateNested({ each: true }) @Type(() => MemberRoleView) roles!: MemberRoleView[];
}

/** The newest import that can be taken back. */
export class ImportView {
  @Id() id!: string;
  @Instant() at!: number;
  /** Roles that it gave. */
  @IsInt() @Min(1) count!: number;
}

/** Everybody who holds or held a role in the program, by name. */
export class MembersView {
  /** Civil date at the program. */
  @CivilDate() today!: string;
  @ValidateNested({ each: true }) @Type(() => MemberView) people!: MemberView[];
  /** Supervisors of today, by name: who can take what is left. */
  @ValidateNested({ each: true }) @Type(() => PersonView) supervisors!: PersonView[];
  /** From when on whoever approves, signs or administers needs a second factor; absent where none is asked for. */
  @Optional() @Instant() factorFrom?: number;
  @Optional() @ValidateNested() @Type(() => ImportView) lastImport?: ImportView;
  /** Roles that the reader may give. */
  @OneOf(roles, { each: true }) mayGive!: Role[];
}
