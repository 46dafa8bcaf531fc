import { IsInt, IsString, Min } from 'class-validator';

/** That the installation has no program yet. */
export class FirstRunView {
  /** Fewest characters of the director's password. */
  @IsInt() @Min(1) least!: number;
}

/** What whoever holds the token chooses from. */
export class SetUpChoicesView {
  /** Editions of the catalogue, the one that new programs start with first. */
  @IsString({ each: true }) editions!: string[];
}
