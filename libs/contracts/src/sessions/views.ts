import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsString, ValidateNested } from 'class-validator';
import { roles, type Role } from '@countersign/domain/access';
import { Id, Instant, OneOf, Optional } from '../fields';

/** A person as others see them. */
export class PersonView {
  @Id() id!: string;
  @IsString() name!: string;
}

/** A program with the roles that the signed-in person holds in it today. */
export class ProgramRolesView {
  @Id() programId!: string;
  @IsString() programName!: string;
  @OneOf(roles) role!: Role;
}

/** Who is signed in, and where. */
export class SessionView {
  @ValidateNested() @Type(() => PersonView) person!: PersonView;
  @IsEmail() email!: string;
  @ValidateNested({ each: true }) @Type(() => ProgramRolesView) roles!: ProgramRolesView[];
  /** True on a demo database; the app says so on every page. */
  @IsBoolean() demo!: boolean;
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
