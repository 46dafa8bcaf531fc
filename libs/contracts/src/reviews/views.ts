import { Type } from 'class-transformer';
import { IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { EntryView } from '../entries/views';
import { Id, Instant, OneOf, Optional } from '../fields';
import { PersonView } from '../sessions/views';
import { pastKinds, type PastKind } from './bodies';

/** The entries that wait for the signed-in supervisor, oldest first. */
export class QueueView {
  /** At most 200; `total` tells how many wait in all. */
  @ValidateNested({ each: true }) @Type(() => EntryView) entries!: EntryView[];
  @IsInt() @Min(0) total!: number;
}

/** A decision that the reader made and did not take back, with its entry as the reader sees it now. */
export class PastDecisionView {
  @Id() id!: string;
  @OneOf(pastKinds) kind!: PastKind;
  @Instant() at!: number;
  /** Number of the version that was decided on. */
  @IsInt() @Min(1) number!: number;
  @ValidateNested() @Type(() => EntryView) entry!: EntryView;
}

/** A page of what the reader decided, newest first. */
export class PastDecisionPageView {
  @ValidateNested({ each: true }) @Type(() => PastDecisionView) decisions!: PastDecisionView[];
  /** Everybody on whose entries the reader ever decided, by name, to narrow the list to. */
  @ValidateNested({ each: true }) @Type(() => PersonView) fellows!: PersonView[];
  /** All that match, not only this page. */
  @IsInt() @Min(0) total!: number;
  /** Cursor of the next page; absent on the last. */
  @Optional() @IsString() next?: string;
}
