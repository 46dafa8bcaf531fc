import { IsInt, Max, Min } from 'class-validator';
import { returnReasons, type Help, type NextTime, type ReturnReason } from '@countersign/domain/entry';
import { OneOf, Optional, Text } from '../fields';

export type { ReturnReason };

/** Approval with its rating: one act gives the log, the rating and the evidence. */
export class ApproveBody {
  /** Help given, 1 (supervisor did it) to 5 (not needed). */
  @IsInt() @Min(1) @Max(5) help!: Help;
  /** Next time, 1 (watch) to 5 (alone, may teach). */
  @Optional() @IsInt() @Min(1) @Max(5) nextTime?: NextTime;
  @Optional() @Text(1000) keepDoing?: string;
  /** Required when help is 1 or 2. */
  @Optional() @Text(1000) nextTimeText?: string;
}

/** Return with a reason of the list; the text says what to change. */
export class ReturnBody {
  @OneOf(returnReasons) reasonCode!: ReturnReason;
  @Text(1000) reasonText!: string;
}
