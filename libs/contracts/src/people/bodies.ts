import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { roles, type Role } from '@countersign/domain/access';
import { CivilDate, Email, GivenBack, Id, Name, OneOf, Optional } from '../fields';

/** A role from its first to its last day, both included. */
export class GiveRoleBody {
  /** Made by the client: what is sent again under the same id is given once. */
  @Id() id!: string;
  @OneOf(roles) role!: Role;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  /** Of a fellow: with whom the training is started, in the program’s own words. */
  @Optional() @Name(40) cohort?: string;
}

/** Somebody who comes to the program, with the first role. */
export class AddPersonBody {
  /** Made by the client. */
  @Id() id!: string;
  @Name(120) name!: string;
  /** With which the person signs in. One who has an account already keeps it, and the name in it. */
  @Email() email!: string;
  @Optional() @Name(80) baseSpecialty?: string;
  @ValidateNested() @Type(() => GiveRoleBody) role!: GiveRoleBody;
}

/** A person as the page showed them. */
export class SeenPersonBody {
  @GivenBack(120) name!: string;
  @GivenBack(254) email!: string;
  @GivenBack(80) baseSpecialty!: string;
}

/** What a person is called from now on; names that are printed on signatures stay. */
export class ChangePersonBody {
  @Name(120) name!: string;
  @Email() email!: string;
  @Optional() @Name(80) baseSpecialty?: string;
  /** What the page showed: where it is another by now, nothing is changed. */
  @ValidateNested() @Type(() => SeenPersonBody) seen!: SeenPersonBody;
}

/** Days of a role as the page showed them. */
export class SeenDatesBody {
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
}

/** From when to when a role is held. */
export class RoleDatesBody {
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @ValidateNested() @Type(() => SeenDatesBody) seen!: SeenDatesBody;
}

/** That somebody leaves: the last day of a role, and who takes what waits. */
export class DepartureBody {
  @CivilDate() lastOn!: string;
  /** Supervisor who decides on the entries that wait; needed where some do and the last day has passed. */
  @Optional() @Id() toId?: string;
  @ValidateNested() @Type(() => SeenDatesBody) seen!: SeenDatesBody;
}
