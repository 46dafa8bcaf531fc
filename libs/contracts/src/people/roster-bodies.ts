import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, Min, ValidateNested } from 'class-validator';
import { Id, Name, Optional } from '../fields';

/** Most rows of one import. */
export const ROSTER_ROWS = 500;

/** A row of a roster as it was typed; an empty cell is left out. */
export class ImportRowBody {
  @Optional() @Name(120) name?: string;
  @Optional() @Name(254) email?: string;
  @Optional() @Name(40) role?: string;
  @Optional() @Name(40) fromOn?: string;
  @Optional() @Name(40) toOn?: string;
  @Optional() @Name(40) cohort?: string;
  @Optional() @Name(80) baseSpecialty?: string;
  /** `yes`: somebody said that this is another person than the one of the same name. */
  @Optional() @Name(3) anotherPerson?: string;
}

/** A roster that is to be looked at. */
export class ImportTrialBody {
  @ArrayMinSize(1)
  @ArrayMaxSize(ROSTER_ROWS)
  @ValidateNested({ each: true })
  @Type(() => ImportRowBody)
  rows!: ImportRowBody[];
}

/** A roster of which the ready rows are brought in. */
export class PeopleImportBody extends ImportTrialBody {
  /** Made by the client: what is sent again under the same id is brought in once. */
  @Id() id!: string;
  /** How many rows were ready when they were looked at: where it is another number by now, nothing is brought in. */
  @IsInt() @Min(1) ready!: number;
}
