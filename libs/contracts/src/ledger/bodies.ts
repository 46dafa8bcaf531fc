import { Matches } from 'class-validator';
import { GivenBack, Optional } from '../fields';

/** Which checkpoints of a log. */
export class CheckpointsQuery {
  /** Only those of fewer events: the page behind the one that ended with that size. */
  @Optional() @GivenBack(9) @Matches(/^[1-9]\d{0,8}$/) below?: string;
}
