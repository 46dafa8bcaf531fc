import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, Min, ValidateNested } from 'class-validator';
import { CivilDate, Id, OneOf } from '../fields';
import { PersonView } from '../sessions/views';

/** What holds words of a person in an entry, by the last part of the pointer to it. */
export const textFields = [
  'caseLabel',
  'reflection',
  'abortedReason',
  'keepDoing',
  'nextTimeText',
  'reasonText',
  'voidReason',
] as const;
/** One of {@link textFields}. */
export type TextField = (typeof textFields)[number];

/** How many kept texts of a field the privacy guard would stop today. */
export class StoppedFieldView {
  @OneOf(textFields) field!: TextField;
  /** Texts with words that identify a patient. */
  @IsInt() @Min(0) identifying!: number;
  /** Texts with words that may do so, of which nobody said that they do not. */
  @IsInt() @Min(0) doubtful!: number;
}

/** Where a kept text stands that the privacy guard would stop today; never the words. */
export class StoppedTextView {
  @Id() entryId!: string;
  /** The newest version in which it stands; 0 for what the entry itself says. */
  @IsInt() @Min(0) number!: number;
  @OneOf(textFields) field!: TextField;
  /** `block` identifies a patient, `warn` may do so. */
  @IsIn(['block', 'warn']) tier!: 'block' | 'warn';
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  @CivilDate() performedOn!: string;
  /** Somebody besides its fellow can open the entry. */
  @IsBoolean() isSent!: boolean;
}

/** The kept texts of a program that the privacy guard would stop today. */
export class StoppedTextsView {
  @IsInt() @Min(0) total!: number;
  /** `false` while the guard still reads what was kept before it came. */
  @IsBoolean() done!: boolean;
  /** The field with the most first. */
  @ValidateNested({ each: true }) @Type(() => StoppedFieldView) fields!: StoppedFieldView[];
  /** At most 200, those that identify a patient first. */
  @ValidateNested({ each: true }) @Type(() => StoppedTextView) texts!: StoppedTextView[];
}
