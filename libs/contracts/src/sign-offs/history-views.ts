import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import {
  declineReasons,
  signOffStates,
  type DeclineReason,
  type SignOffState,
} from '@countersign/domain/competency';
import { capacities, meanings, type Capacity, type Meaning } from '@countersign/domain/signing';
import { Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { ChangedEvidenceView } from './views';

/** A signature that an event gave. */
export class GivenSignatureView {
  @IsString() printedName!: string;
  @IsIn([...capacities]) capacity!: Capacity;
  @IsIn([...meanings]) meaning!: Meaning;
  /** Hex SHA-256 of the document that was signed. */
  @IsString() documentDigest!: string;
}

/** What one event of the log did to a sign-off. */
export class SignOffEventView {
  /** Number of the event in the log of the program. */
  @IsInt() @Min(1) seq!: number;
  @Instant() at!: number;
  /** Name of the event, such as `sign-off.signed`. */
  @IsString() action!: string;
  /** Who did it; absent for what happened by itself. */
  @Optional() @ValidateNested() @Type(() => PersonView) by?: PersonView;
  /** The state that it led to, where it led to another, and the one before. */
  @Optional() @OneOf(signOffStates) from?: SignOffState;
  @Optional() @OneOf(signOffStates) to?: SignOffState;
  @Optional() @ValidateNested() @Type(() => GivenSignatureView) signature?: GivenSignatureView;
  /** Evidence of which it told that it has changed. */
  @ValidateNested({ each: true }) @Type(() => ChangedEvidenceView) changed!: ChangedEvidenceView[];
  @Optional() @IsIn([...declineReasons]) reasonCode?: DeclineReason;
  /** Waiver or reason in words; absent where there are none, or the reader may not read them. */
  @Optional() @IsString() text?: string;
  /** When these words were removed. */
  @Optional() @Instant() textRemovedAt?: number;
  /** It was recorded before the log held old and new of every row. */
  @IsBoolean() bare!: boolean;
}

/** Every event of a sign-off, oldest first. */
export class SignOffHistoryView {
  @ValidateNested({ each: true }) @Type(() => SignOffEventView) events!: SignOffEventView[];
}
