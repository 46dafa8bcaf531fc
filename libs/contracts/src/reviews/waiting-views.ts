import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { CivilDate, Id, Instant, Optional } from '../fields';
import { PersonView } from '../sessions/views';

/** An entry that waits, as director and coordinator see it. */
export class WaitingEntryView {
  @Id() id!: string;
  @IsInt() @Min(1) revision!: number;
  @ValidateNested() @Type(() => PersonView) fellow!: PersonView;
  /** The supervisor whom the fellow named, where it was handed over to another. */
  @Optional() @ValidateNested() @Type(() => PersonView) named?: PersonView;
  @CivilDate() performedOn!: string;
  @IsString({ each: true }) itemNames!: string[];
  @Instant() submittedAt!: number;
}

/** What waits for one supervisor, the oldest first. */
export class WaitingGroupView {
  @ValidateNested() @Type(() => PersonView) supervisor!: PersonView;
  /** The person is no supervisor of the program any more: nobody decides unless it is handed over. */
  @IsBoolean() left!: boolean;
  @ValidateNested({ each: true }) @Type(() => WaitingEntryView) entries!: WaitingEntryView[];
}

/** To whom entries fall besides their supervisor, and after how many days. */
export class FallbackView {
  @ValidateNested() @Type(() => PersonView) person!: PersonView;
  @IsInt() @Min(1) afterDays!: number;
}

/** What waits in the program, by the supervisor for whom it waits; those who left first. */
export class WaitingListView {
  @ValidateNested({ each: true }) @Type(() => WaitingGroupView) groups!: WaitingGroupView[];
  /** Supervisors of today, by name, to whom entries may be handed over. */
  @ValidateNested({ each: true }) @Type(() => PersonView) supervisors!: PersonView[];
  @Optional() @ValidateNested() @Type(() => FallbackView) fallback?: FallbackView;
}
