import { Matches } from 'class-validator';
import { Optional } from '../fields';

/** Which checkpoints of a log. */
export class CheckpointsQuery {
  /** Only those of fewer events: the page behind the one that ended with that size. */
  @Optional() @Matches(/^[1-9]\d{0,8}$/) below?: string;
}
