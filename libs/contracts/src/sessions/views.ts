import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsString, ValidateNested } from 'class-validator';
import { roles, type Ended, type Role } from '@countersign/domain/access';
import { CivilDate, Id, Instant, OneOf, Optional } from '../fields';

/** A person as others see them. */
export class PersonView {
  @Id() id!: string;
  @IsString() name!: string;
  /** True for a person whose every role in the program has ended. */
  @Optional() @IsBoolean() left?: boolean;
}

/** A role in a program that gives the signed-in person something to do or to read today. */
export class ProgramRolesView {
  @Id() programId!: string;
  @IsString() programName!: string;
  /** IANA name; days and times of the program are those there. */
  @IsString() timeZone!: string;
  @OneOf(roles) role!: Role;
  /** The role has ended: the log can still be finished (`closing`), or be read (`over`). */
  @Optional() @OneOf(['closing', 'over']) ended?: Ended;
  /** Its last day, once it has ended. */
  @Optional() @CivilDate() lastOn?: string;
  /** Last day on which days of training can be logged and drafts sent, while that is so. */
  @Optional() @CivilDate() closesOn?: string;
}

/** A role that gives the person nothing today, because it has ended or has not begun. */
export class RoleSpanView {
  @Id() programId!: string;
  @IsString() programName!: string;
  @OneOf(roles) role!: Role;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  /** False while its first day is still to come. */
  @IsBoolean() begun!: boolean;
}

/** What somebody may have to do before anything else. */
export const sessionDemands = ['change-password', 'set-up-second-factor'] as const;
/** One of {@link sessionDemands}. */
export type SessionDemand = (typeof sessionDemands)[number];

/** Who is signed in, and where. */
export class SessionView {
  @ValidateNested() @Type(() => PersonView) person!: PersonView;
  @IsEmail() email!: string;
  @ValidateNested({ each: true }) @Type(() => ProgramRolesView) roles!: ProgramRolesView[];
  /** Roles that ended or have not begun, so that the app can say since when or from when. */
  @ValidateNested({ each: true }) @Type(() => RoleSpanView) outside!: RoleSpanView[];
  /** True on a demo database; the app says so on every page. */
  @IsBoolean() demo!: boolean;
  /** With which a person of the demo signs; printed where a password is asked for. Nobody else's is ever told. */
  @Optional() @IsString() demoPassword?: string;
  /** What the person has to do first; everything else is refused until then. */
  @Optional() @OneOf(sessionDemands) demand?: SessionDemand;
  /** When the session ends whatever happens; it ends earlier after 30 idle minutes. */
  @Instant() endsAt!: number;
}

/** A person of the demo program, offered as a one-tap choice on the sign-in page. */
export class DemoPersonView {
  @Id() id!: string;
  @IsString() name!: string;
  @OneOf(roles) role!: Role;
  /** What makes the person worth choosing, such as a base specialty or what waits. */
  @Optional() @IsString() note?: string;
}

/** The demo's people by role. */
export class DemoPeopleView {
  @IsString() programName!: string;
  @ValidateNested({ each: true }) @Type(() => DemoPersonView) people!: DemoPersonView[];
}
