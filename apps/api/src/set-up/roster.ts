import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { roles, type Role } from '@countersign/domain/access';
import { settings, type Setting } from '@countersign/domain/entry';
import { applyDecorators } from '@countersign/contracts/decorate';
import { CivilDate, OneOf, Optional, Text } from '@countersign/contracts/fields';

/** A list of at least so many things of one class. */
const ListOf = (thing: new () => object, least = 0): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(least),
    ValidateNested({ each: true }),
    Type(() => thing),
  );

/** A role of a roster's person. */
class RosterRole {
  @OneOf(roles) role!: Role;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
}

/** A person of a roster, known in the file by e-mail. */
class RosterPerson {
  @Text(120) name!: string;
  @IsEmail() @MaxLength(254) email!: string;
  @Optional() @Text(80) baseSpecialty?: string;
  /** At least 15 characters; hashed at once and kept nowhere. */
  @IsString() @MinLength(15) @MaxLength(256) password!: string;
  @ListOf(RosterRole, 1) roles!: RosterRole[];
}

/** A site of a roster, known in the file by name. */
class RosterSite {
  @Text(200) name!: string;
  @OneOf(settings) setting!: Setting;
}

/** A stretch of the rotation schedule. */
class RosterRotation {
  @IsEmail() fellow!: string;
  @Text(200) site!: string;
  @Text(120) name!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  /** On-service share in percent. */
  @IsInt() @Min(0) @Max(100) service!: number;
}

/** A leave of a fellow. */
class RosterLeave {
  @IsEmail() fellow!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @Text(40) kind!: string;
}

/** A program in a file, as `set-up FILE` reads it. */
export class Roster {
  @Text(200) program!: string;
  @Text(200) institution!: string;
  /** IANA name, such as `America/Chicago`. */
  @Text(64) timeZone!: string;
  @ListOf(RosterPerson, 1) people!: RosterPerson[];
  @ListOf(RosterSite, 1) sites!: RosterSite[];
  @ListOf(RosterRotation) rotations!: RosterRotation[];
  @ListOf(RosterLeave) leave!: RosterLeave[];
}
