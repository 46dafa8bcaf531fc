import { IsInt, Max, Min } from 'class-validator';
import { Id, Key, Prose } from '../fields';
import { ProseBody } from '../prose-body';

/** What somebody says who has looked at an alarm. */
export class ReviewAlarmBody extends ProseBody {
  /** UUIDv7 of the client: sent twice it is one review. */
  @Id() id!: string;
  /** Judged cases that were looked at, as the page said. */
  @IsInt() @Min(1) judged!: number;
  /** What was found. */
  @Prose(1000) note!: string;
}

/** Sets the charts of a competency for whoever has not begun yet. */
export class SetChartBody {
  /** UUIDv7 of the client: sent twice it is one setting. */
  @Id() id!: string;
  @Key() competencyId!: string;
  @IsInt() @Min(1) @Max(60) adequatePercent!: number;
  @IsInt() @Min(2) @Max(90) inadequatePercent!: number;
  @IsInt() @Min(20) @Max(100) horizon!: number;
  @IsInt() @Min(1) @Max(20) falsePercent!: number;
}
