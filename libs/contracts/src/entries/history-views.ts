import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { entryStates, type EntryState } from '@countersign/domain/entry';
import { Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { ChangeView, DecisionView, RemovedTextView } from './views';

/** A procedure of the content that an event is about, so that its changes can name it. */
export class HistoryItemView {
  @IsString() itemId!: string;
  @IsString() itemName!: string;
}

/** What one event of the log did to an entry, with exactly what the reader may see of it today. */
export class HistoryEventView {
  /** Number of the event in the log of the program. */
  @IsInt() @Min(1) seq!: number;
  @Instant() at!: number;
  /** Name of the event, such as `entry.approved`. */
  @IsString() action!: string;
  /** Who did it; absent for what happened by itself. */
  @Optional() @ValidateNested() @Type(() => PersonView) by?: PersonView;
  /** Which version it was about. */
  @Optional() @IsInt() @Min(1) number?: number;
  /** The state that it led to, where it led to another, and the one before. */
  @Optional() @OneOf(entryStates) from?: EntryState;
  @Optional() @OneOf(entryStates) to?: EntryState;
  /** Old and new of what it set; sites and people by their names. */
  @ValidateNested({ each: true }) @Type(() => ChangeView) changes!: ChangeView[];
  /** What was said with it. */
  @Optional() @ValidateNested() @Type(() => DecisionView) decision?: DecisionView;
  /** Procedures of that version, in their order. */
  @ValidateNested({ each: true }) @Type(() => HistoryItemView) items!: HistoryItemView[];
  /** Texts of that version that were removed since. */
  @Optional() @ValidateNested({ each: true }) @Type(() => RemovedTextView) removed?: RemovedTextView[];
  /** It was recorded before the log held old and new of every row. */
  @IsBoolean() bare!: boolean;
}

/** Every event of an entry that the reader may know of, oldest first. */
export class EntryHistoryView {
  @ValidateNested({ each: true }) @Type(() => HistoryEventView) events!: HistoryEventView[];
}
