import { v7 as uuidv7 } from 'uuid';
import { Clock, Ids } from '../platform/clock';
import type { DemoRandom } from './demo-random';

/** The time of the demo year, set from one step to the next. */
export class DemoClock extends Clock {
  at = 0;

  override now(): number {
    return this.at;
  }
}

/** Ids as if they had been made in the demo year: the same seed makes the same. */
export class DemoIds extends Ids {
  constructor(
    private readonly clock: DemoClock,
    private readonly random: DemoRandom,
  ) {
    super();
  }

  override next(): string {
    return uuidv7({ msecs: this.clock.now(), random: this.random.bytes() });
  }
}
