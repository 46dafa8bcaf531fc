import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { roles, type Role } from '@countersign/domain/access';
import { settings, type Setting } from '@countersign/domain/entry';
import { applyDecorators } from '@countersign/contracts/decorate';
import { CivilDate, Email, Key, Name, OneOf, Optional, Password, Prose } from '@countersign/contracts/fields';

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
  /** Of a fellow: those who start together, in the program's own words, such as `2026–27`. */
  @Optional() @Name(40) cohort?: string;
}

/** A person of a roster, known in the file by e-mail. */
class RosterPerson {
  @Name(120) name!: string;
  @Email() email!: string;
  /** By which the program knows the person so far, where that is another. */
  @Optional() @Email() formerEmail?: string;
  @Optional() @Name(80) baseSpecialty?: string;
  /** At least 15 characters; hashed at once and kept nowhere. */
  @Password(15) password!: string;
  @ListOf(RosterRole, 1) roles!: RosterRole[];
}

/** A site of a roster, known in the file by name. */
class RosterSite {
  @Name(200) name!: string;
  @OneOf(settings) setting!: Setting;
}

/** A stretch of the rotation schedule. */
class RosterRotation {
  @Email() fellow!: string;
  @Name(200) site!: string;
  @Name(120) name!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  /** On-service share in percent. */
  @IsInt() @Min(0) @Max(100) service!: number;
  /** Working days a week on which procedures are planned. */
  @Optional() @IsInt() @Min(1) @Max(5) procedureDays?: number;
}

/** A leave of a fellow. */
class RosterLeave {
  @Email() fellow!: string;
  @CivilDate() fromOn!: string;
  @CivilDate() toOn!: string;
  @Prose(40) kind!: string;
}

/** A program in a file, as `set-up FILE` reads it. */
export class Roster {
  @Name(200) program!: string;
  @Name(200) institution!: string;
  /** IANA name, such as `America/Chicago`. */
  @Name(64) timeZone!: string;
  /** Days after the procedure up to which an entry is not late; 14 unless told. */
  @Optional() @IsInt() @Min(0) @Max(366) lateAfterDays?: number;
  /** Days after the last day of training in which it can still be logged; 14 unless told. */
  @Optional() @IsInt() @Min(0) @Max(366) closingDays?: number;
  /** Details that are needed wherever an item has them, by id (`steroid`, `sedation`); none unless told. */
  @Optional() @IsArray() @ArrayMaxSize(40) @Key({ each: true }) neededDetails?: string[];
  @ListOf(RosterPerson, 1) people!: RosterPerson[];
  @ListOf(RosterSite, 1) sites!: RosterSite[];
  @ListOf(RosterRotation) rotations!: RosterRotation[];
  @ListOf(RosterLeave) leave!: RosterLeave[];
}
