import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, Min, ValidateNested } from 'class-validator';
import { settings, type Setting } from '@countersign/domain/entry';
import { CivilDate, Email, GivenBack, Key, Name, OneOf, Optional, Password } from '../fields';
import { ImportRowBody, ROSTER_ROWS } from '../people/roster-bodies';

/** What opens the set-up of an installation without a program. */
export class SetUpTokenBody {
  /** As the server printed it on its console. */
  @GivenBack(100) token!: string;
}

/** A roster that is to come in with the program. */
export class SetUpRosterBody extends SetUpTokenBody {
  @ArrayMaxSize(ROSTER_ROWS)
  @ValidateNested({ each: true })
  @Type(() => ImportRowBody)
  rows!: ImportRowBody[];
}

/** Somebody who leads the new program, from the day of the set-up on. */
export class FirstPersonBody {
  @Name(120) name!: string;
  @Email() email!: string;
  /** Last day of the role. */
  @CivilDate() lastOn!: string;
}

/** Where the program works; more sites are added later. */
export class FirstSiteBody {
  @Name(200) name!: string;
  @OneOf(settings) setting!: Setting;
}

/** The first program of an installation. */
export class SetUpBody extends SetUpRosterBody {
  @Name(200) institution!: string;
  @Name(200) program!: string;
  /** IANA name, such as `America/Chicago`. */
  @Name(64) timeZone!: string;
  /** Of the catalogue. */
  @Key() edition!: string;
  @ValidateNested() @Type(() => FirstSiteBody) site!: FirstSiteBody;
  @ValidateNested() @Type(() => FirstPersonBody) director!: FirstPersonBody;
  /** The director's, chosen by the director. */
  @Password(1) password!: string;
  /** Invited later; left out where the director keeps the program alone. */
  @Optional() @ValidateNested() @Type(() => FirstPersonBody) coordinator?: FirstPersonBody;
  /** How many rows of the roster were ready when they were looked at: where it is another number, nothing is set up. */
  @IsInt() @Min(0) ready!: number;
}
