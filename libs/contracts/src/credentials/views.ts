import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { letterKinds, type LetterKind } from '@countersign/domain/credential';
import { CivilDate, Id, Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** A letter before it is signed. */
export class LetterDraftView {
  /** What will be signed but for the director’s own words: canonical JSON, from which the page draws what it shows. */
  @IsString() content!: string;
  /** Hex SHA-256 of these bytes. */
  @IsString() digest!: string;
  /** The statement that everybody accepts who signs for the first time; absent once the reader has. */
  @Optional() @IsInt() @Min(1) statementVersion?: number;
  /** Signed competencies of the fellow, about which a letter of its own can be made. */
  @ValidateNested({ each: true }) @Type(() => LetterChoiceView) competencies!: LetterChoiceView[];
}

/** A competency about which a letter can be made. */
export class LetterChoiceView {
  @IsString() id!: string;
  @IsString() title!: string;
}

/** A letter that was issued. */
export class LetterView {
  @Id() id!: string;
  @IsInt() @Min(1) revision!: number;
  @OneOf(letterKinds) kind!: LetterKind;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  /** Title of the competency that it is about; absent for a whole record. */
  @Optional() @IsString() competency?: string;
  @CivilDate() asOf!: string;
  @IsBoolean() demonstration!: boolean;
  @ValidateNested() @Type(() => PersonView) issuedBy!: PersonView;
  @Instant() issuedAt!: number;
  /** Hex SHA-256 of the signed document, as it is printed in fours on the letter. */
  @IsString() digest!: string;
  /** When it was taken back, and why; the words may have been removed. */
  @Optional() @Instant() revokedAt?: number;
  @Optional() @IsString() revokedFor?: string;
}

/** Letters, the newest first. */
export class LettersView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => LetterView) letters!: LetterView[];
}
