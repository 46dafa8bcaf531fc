import { IsInt, IsString, Min } from 'class-validator';

/** That the installation has no program yet. */
export class FirstRunView {
  /** Fewest characters of the director's password. */
  @IsInt() @Min(1) least!: number;
}

/** What became of a test entry: it was logged, sent, approved and counted, and then all of it was taken back. */
export class EntryTrialView {
  /** What was logged, as the edition of the catalogue calls it. */
  @IsString() item!: string;
  /** Title of the competency for which it counted. */
  @IsString() competency!: string;
  /** Approved cases that count for it. */
  @IsInt() @Min(0) approved!: number;
  /** How many it asks for. */
  @IsInt() @Min(1) need!: number;
}

/** What whoever holds the token chooses from. */
export class SetUpChoicesView {
  /** Editions of the catalogue, the one that new programs start with first. */
  @IsString({ each: true }) editions!: string[];
}
